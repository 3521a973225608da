import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AnswerParts } from './answer-parts.js';

describe('AnswerParts', () => {
  it('joins the pieces of each call, however they are mixed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.string())), (events) => {
        const parts = new AnswerParts(10_000);
        const texts = new Map<number, string[]>();
        for (const [id, text] of events) {
          const piece = JSON.stringify(text).slice(1, -1);
          texts.set(id, [...(texts.get(id) ?? ['"']), piece]);
        }
        for (const pieces of texts.values()) pieces.push('"');
        const longest = Math.max(0, ...Array.from(texts.values(), (pieces) => pieces.length));
        for (let index = 0; index < longest; index += 1) {
          for (const [id, pieces] of texts) {
            const piece = pieces[index];
            if (piece !== undefined) expect(parts.add(id, piece)).toBe(true);
          }
        }
        for (const [id, pieces] of texts) {
          expect(parts.join(id, pieces.length)).toEqual({ output: JSON.parse(pieces.join('')) });
        }
      }),
    );
  });

  it.each<[what: string, partCount: number]>([
    ['too few', 3],
    ['too many', 1],
  ])('takes %s pieces for none', (_what, partCount) => {
    const parts = new AnswerParts(10_000);
    parts.add(1, '[1');
    parts.add(1, ']');
    expect(parts.join(1, partCount)).toBeUndefined();
  });

  it('takes what is no JSON for none', () => {
    const parts = new AnswerParts(10_000);
    parts.add(1, '[1');
    expect(parts.join(1, 1)).toBeUndefined();
    expect(parts.join(2, 0)).toBeUndefined();
  });

  it('refuses to hold more than its bound, of all calls together, and gives back what was joined or dropped', () => {
    const parts = new AnswerParts(4);
    expect([parts.add(1, '12'), parts.add(2, '34')]).toEqual([true, true]);
    expect(parts.join(1, 1)).toEqual({ output: 12 });
    expect(parts.add(1, '56')).toBe(true);
    parts.drop(2);
    expect(parts.add(3, '78')).toBe(true);
    expect(parts.add(3, '9')).toBe(false);
  });
});
