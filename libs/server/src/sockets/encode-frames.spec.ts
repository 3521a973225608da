import { Duplex } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { encodeTextFrames } from './encode-frames.js';

const runs = Number(process.env['FUZZ_RUNS'] ?? 300);

// A text around the lengths at which the header grows, in characters of one, two, three and four bytes.
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('a', 'é', '€', '😀'), fc.integer({ min: 30, max: 140 }))
    .map(([unit, count]) => unit.repeat(count)),
  fc
    .tuple(fc.constantFrom('a', 'é', '€'), fc.integer({ min: 65_500, max: 65_540 }))
    .map(([unit, count]) => unit.repeat(count)),
);

describe('encodeTextFrames', () => {
  it('writes the bytes that ws itself writes', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        expect(encodeTextFrames(texts).equals(framesOfWs(texts))).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('writes nothing for no texts', () => {
    expect(encodeTextFrames([])).toHaveLength(0);
  });
});

// A server's socket of `ws` over a stream that keeps what is written.
function framesOfWs(texts: readonly string[]): Buffer {
  const written: Buffer[] = [];
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk);
      done();
    },
  });
  const socket: unknown = Reflect.construct(WebSocket, [null, undefined, {}]);
  if (!(socket instanceof WebSocket)) throw new Error('ws no longer makes a server socket this way.');
  Object.assign(stream, { setTimeout: () => undefined, setNoDelay: () => undefined });
  const setSocket: unknown = Reflect.get(socket, 'setSocket');
  if (typeof setSocket !== 'function') throw new Error('ws no longer has setSocket.');
  Reflect.apply(setSocket, socket, [stream, Buffer.alloc(0), { maxPayload: 0, skipUTF8Validation: false }]);
  for (const one of texts) socket.send(one);
  return Buffer.concat(written);
}
