import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { stock } from './dialect/stock.js';
import { trunkline } from './dialect/trunkline.js';
import { ScriptedClient } from './testing/scripted-client.js';
import { settled } from './testing/scripted-server.js';

const anyId = fc.oneof(fc.integer({ min: -1, max: 6 }), fc.constantFrom(null, 'x', undefined, {}));
const anyError = fc.oneof(
  fc.anything(),
  fc.record({ code: fc.integer(), message: fc.string(), data: fc.oneof(fc.anything(), fc.constant({ code: 'X' })) }),
);
const anyResult = fc.oneof(
  fc.anything(),
  fc.record({ subscription: fc.integer({ min: 0, max: 3 }), cursor: fc.string(), resumed: fc.string() }),
  fc.record({ output: fc.anything() }),
  fc.record({ type: fc.constantFrom('data', 'started', 'stopped', 'other'), data: fc.anything(), id: fc.anything() }),
);
const anyNotification = fc.record({
  jsonrpc: fc.constant('2.0'),
  method: fc.constantFrom('rpc.next', 'rpc.gap', 'rpc.end', 'rpc.drain', 'reconnect', 'ticks'),
  params: fc.record({ subscription: fc.integer({ min: 0, max: 3 }), cursor: fc.anything(), data: fc.anything() }),
});
const anyFrame = fc.oneof(
  fc.string(),
  fc.constantFrom('PING', 'PONG', '[]', '{}', 'null', '{"__proto__":1}'),
  fc.anything(),
  anyNotification,
  fc.record({ jsonrpc: fc.constant('2.0'), id: anyId, result: anyResult }),
  fc.record({ jsonrpc: fc.constant('2.0'), id: anyId, error: anyError }),
  fc.array(fc.oneof(anyNotification, fc.record({ jsonrpc: fc.constant('2.0'), id: anyId, result: anyResult }))),
);

describe.each([{ dialect: trunkline }, { dialect: stock }])('a client of $dialect.name()', ({ dialect }) => {
  it('bears whatever a server says, and every call still comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFrame, { maxLength: 20 }), fc.boolean(), async (frames, isWelcomed) => {
        const client = new ScriptedClient({ dialect: dialect() });
        client.call('query', 'call1');
        client.call('mutation', 'call2');
        client.subscribe('ticks');
        await settled();
        client.socket.open();
        await settled();
        if (isWelcomed && dialect === trunkline) client.socket.welcome();
        for (const frame of frames) client.socket.say(textOf(frame));
        expect(await client.end()).toBe(0);
        await settled();
        expect(
          client.log
            .filter((line) => line.startsWith('call'))
            .map((line) => line.slice(0, 5))
            .toSorted(),
        ).toEqual(['call1', 'call2']);
        expect(client.log.filter((line) => line.startsWith('threw'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function textOf(frame: unknown): string {
  if (typeof frame === 'string') return frame;
  try {
    return JSON.stringify(frame, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? '';
  } catch {
    return '';
  }
}
