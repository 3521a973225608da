import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RecordQueue } from './record-queue.js';

describe('RecordQueue', () => {
  it('gives the first that is present, in the order in which they came, whatever leaves', () => {
    const step = fc.oneof({ weight: 2, arbitrary: fc.constant(-1) }, fc.nat(500));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        let present: { isThere: boolean }[] = [];
        const queue = new RecordQueue<{ isThere: boolean }>(({ isThere }) => isThere);
        for (const which of steps) {
          if (which < 0) {
            const item = { isThere: true };
            present.push(item);
            queue.push(item);
          } else if (present.length > 0) {
            const leaving = present[which % present.length];
            if (leaving) leaving.isThere = false;
            present = present.filter(({ isThere }) => isThere);
            queue.left();
          }
          expect(queue.first).toBe(present[0]);
          expect(queue.count).toBe(present.length);
        }
      }),
    );
  });
});
