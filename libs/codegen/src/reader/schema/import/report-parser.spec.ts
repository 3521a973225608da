import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReportParser } from './report-parser.js';
import type { NamedText, ReadingReport } from './router-report.js';

const reportOf = (procedures: readonly NamedText[], types: readonly NamedText[] = []): ReadingReport => ({
  trunkline: 'reading',
  transformer: 'none',
  procedures,
  types,
  files: [],
});
const texts = fc.array(
  fc.tuple(
    fc.string(),
    fc.json().filter((json) => json !== 'null'),
  ),
);

describe('ReportParser', () => {
  it('reads whatever came before what JSON says', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts)), (reports) => {
        const parser = new ReportParser();
        for (const [procedures, types] of reports) {
          const read = (entries: readonly NamedText[]) =>
            Object.fromEntries(entries.map(([name, json]) => [name, JSON.parse(json)]));
          expect(parser.parse(reportOf(procedures, types))).toEqual({
            transformer: 'none',
            procedures: read(procedures),
            types: read(types),
          });
        }
      }),
    );
  });

  it('gives the same object for what is said in the same words, and another for what is not', () => {
    const parser = new ReportParser();
    const before = parser.parse(
      reportOf([
        ['a', '{"kind":"query"}'],
        ['b', '{"kind":"mutation"}'],
      ]),
    );
    const after = parser.parse(
      reportOf([
        ['a', '{"kind":"query"}'],
        ['b', '{"kind":"subscription"}'],
      ]),
    );
    expect(after.procedures['a']).toBe(before.procedures['a']);
    expect(after.procedures['b']).toEqual({ kind: 'subscription' });
  });
});
