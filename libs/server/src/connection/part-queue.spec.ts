import { describe, expect, it } from '@jest/globals';
import { MAX_PART_CHARACTERS } from '@trunkline/protocol';
import * as fc from 'fast-check';
import { PartQueue } from './part-queue.js';

interface Part {
  readonly id: number;
  readonly params?: { readonly id: number; readonly text: string };
  readonly result?: { readonly parts: number; readonly replayed?: true };
}

function sendAll(queue: PartQueue): readonly Part[] {
  const frames: Part[] = [];
  while (!queue.isEmpty) queue.sendNext((frame) => frames.push(JSON.parse(frame)));
  return frames;
}

describe('PartQueue', () => {
  it('cuts every text so that its pieces make it again, and says how many there were', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40_000, size: 'max' }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, (outputs) => {
        const queue = new PartQueue();
        let doneCount = 0;
        outputs.forEach((output, id) =>
          queue.add({ id, text: JSON.stringify(output), isReplayed: false, onDone: () => (doneCount += 1) }),
        );
        const frames = sendAll(queue);
        outputs.forEach((output, id) => {
          const pieces = frames.flatMap(({ params }) => (params?.id === id ? [params.text] : []));
          expect(JSON.parse(pieces.join(''))).toBe(output);
          for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(MAX_PART_CHARACTERS);
          expect(frames.find((frame) => frame.id === id)?.result).toEqual({ parts: pieces.length });
        });
        expect(doneCount).toBe(outputs.length);
        expect(queue.pendingCharacters).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('lets two answers take turns', () => {
    const queue = new PartQueue();
    const text = JSON.stringify('x'.repeat(MAX_PART_CHARACTERS * 2));
    for (const id of [1, 2]) queue.add({ id, text, isReplayed: id === 2, onDone: () => undefined });
    const order = sendAll(queue).map(({ id, params }) => params?.id ?? `end ${id}`);
    expect(order).toEqual([1, 2, 1, 2, 1, 2, 'end 1', 'end 2']);
  });

  it('marks one that was given before', () => {
    const queue = new PartQueue();
    queue.add({ id: 1, text: '7', isReplayed: true, onDone: () => undefined });
    expect(sendAll(queue).at(-1)?.result).toEqual({ parts: 1, replayed: true });
  });

  it('is done with what is dropped', () => {
    const queue = new PartQueue();
    let doneCount = 0;
    queue.add({ id: 1, text: '7', isReplayed: false, onDone: () => (doneCount += 1) });
    expect(queue.pendingCharacters).toBe(1);
    queue.drop();
    expect([queue.isEmpty, queue.pendingCharacters, doneCount]).toEqual([true, 0, 1]);
  });
});
