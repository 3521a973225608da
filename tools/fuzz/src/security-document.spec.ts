import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

const protocol = read('PROTOCOL.md');
// The sizes that are fixed are no options; the decoder's specs exceed them.
const section = protocol.slice(protocol.indexOf('\n## 12. Limits'), protocol.indexOf('\nSome sizes are fixed.'));
const limits = [...section.matchAll(/^\| `([a-zA-Z.]+)` +\| (\d+) /gm)].map(
  ([, option = '', standard = '']) => [option, standard] as const,
);
const rows = read('SECURITY.md')
  .split('\n')
  .filter((line) => line.includes('.spec.ts` '));

describe('SECURITY.md', () => {
  it('finds limits in PROTOCOL.md to compare with', () => {
    expect(limits.length).toBeGreaterThan(10);
  });

  it.each(limits)('has a row for %s with its default %s', (option, standard) => {
    expect(rows.filter((row) => row.includes(`\`${option}\` ${standard} `))).toHaveLength(1);
  });

  it.each(rows)('names a spec that is there: %s', (row) => {
    const [, file = ''] = /`([a-z-]+\.integration\.spec\.ts)`/.exec(row) ?? [];
    expect(existsSync(new URL(`libs/server/src/${file}`, root))).toBe(true);
  });

  it.each(limits)('names a spec that speaks of %s', (option) => {
    const [row = ''] = rows.filter((each) => each.includes(`\`${option}\` `));
    const [, file = ''] = /`([a-z-]+\.integration\.spec\.ts)`/.exec(row) ?? [];
    expect(read(`libs/server/src/${file}`)).toContain(option.split('.').at(-1));
  });
});
