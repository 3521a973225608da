import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameScanner } from './frame-scanner.js';

const HEAD = Buffer.from('HTTP/1.1 101 Switching Protocols\r\nA: \r\r\n\r\n');

function frame(opcode: number, payload: Uint8Array, isMasked: boolean): Buffer {
  const mask = isMasked ? 0x80 : 0;
  const { length } = payload;
  const header =
    length < 126
      ? [0x80 | opcode, mask | length]
      : length < 65_536
        ? [0x80 | opcode, mask | 126, length >> 8, length & 255]
        : [0x80 | opcode, mask | 127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255];
  return Buffer.concat([Buffer.from(header), Buffer.from(isMasked ? [1, 2, 3, 4] : []), payload]);
}

/** Cuts bytes into chunks of these sizes, again and again. */
function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

describe('FrameScanner', () => {
  it('finds exactly the payload of every frame, however the bytes are cut', () => {
    const frames = fc.array(
      fc.record({
        opcode: fc.constantFrom(0, 1, 2, 8, 9, 10),
        length: fc.oneof(fc.nat(200), fc.constantFrom(0, 125, 126, 127, 70_000)),
        isMasked: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(frames, fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1 }), (specs, sizes) => {
        const payloads = specs.map(({ length }, index) => Buffer.alloc(length, 65 + index));
        const encoded = specs.map(({ opcode, isMasked }, index) =>
          frame(opcode, payloads[index] ?? Buffer.alloc(0), isMasked),
        );
        const scanner = new FrameScanner();
        const found: Uint8Array[] = [];
        for (const chunk of chunksOf(Buffer.concat([HEAD, ...encoded]), sizes)) {
          for (const { start, end } of scanner.feed(chunk)) found.push(chunk.subarray(start, end));
        }
        expect(Buffer.concat(found).equals(Buffer.concat(payloads))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('says what each frame is, and never calls the header payload', () => {
    const scanner = new FrameScanner();
    scanner.feed(HEAD);
    const chunk = Buffer.concat([frame(1, Buffer.from('ab'), true), frame(8, Buffer.from([3, 232]), false)]);
    expect(scanner.feed(chunk)).toEqual([
      { opcode: 1, start: 6, end: 8 },
      { opcode: 8, start: 10, end: 12 },
    ]);
  });
});
