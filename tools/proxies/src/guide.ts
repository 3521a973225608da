import { readFileSync } from 'node:fs';

const GUIDE = new URL('../../../docs/guides/proxies.md', import.meta.url);

/** A configuration as the guide shows it, so that what is tested is what a reader copies. */
export function readGuide(language: 'nginx' | 'haproxy'): string {
  const text = readFileSync(GUIDE, 'utf8');
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(text)?.[1];
  if (block === undefined) throw new Error(`docs/guides/proxies.md has no block of ${language}.`);
  return block;
}

/** Exchanges what is particular to a place. Fails for what is not there exactly once. */
export function adapt(configuration: string, replacements: Readonly<Record<string, string>>): string {
  const found = Object.entries(replacements).map(([from, to]) => {
    const parts = configuration.split(from);
    if (parts.length !== 2) throw new Error(`The guide's configuration has not exactly one "${from}".`);
    return { start: parts[0]?.length ?? 0, from, to };
  });
  // From the end, so that nothing is looked for in what was put in: a free port may begin with the port to be exchanged.
  return found
    .toSorted((left, right) => right.start - left.start)
    .reduce(
      (adapted, { start, from, to }) => adapted.slice(0, start) + to + adapted.slice(start + from.length),
      configuration,
    );
}
