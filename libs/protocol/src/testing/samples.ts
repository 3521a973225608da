import { readFileSync } from 'node:fs';

/** The sample messages that stand as comments in a source file, without the dots of those that are only a form. */
export function readSamples(source: string): readonly string[] {
  const text = readFileSync(new URL(`../${source}`, import.meta.url), 'utf8');
  return [...text.matchAll(/(?:\/\/|\*)[^{\n]*(\{"[^\n]*\})\s*(?:\*\/)?$/gm)].map(([, sample = '']) => sample);
}
