import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import * as z from 'zod';
import { useHarness } from './testing/harness.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

// The examples of the JSON-RPC 2.0 specification (section 7) with their params wrapped as `input`. What differs:
//
// 1. Params are by name, and the name is `input`; bare positional params are -32602.
// 2. A result is an object, with the procedure's output in its member `output`.
// 3. Errors carry messages of our own, and `data`; their numbers are those of the specification.
// 4. A notification that names a procedure is refused without a word: no procedure runs for it.
// 5. Ids are numbers or strings; null is refused, which the specification discourages.

const t = initTRPC.create();
const pair = z.union([z.tuple([z.number(), z.number()]), z.object({ minuend: z.number(), subtrahend: z.number() })]);
const notified: string[] = [];
const router = t.router({
  subtract: t.procedure.input(pair).query(({ input }) => {
    return Array.isArray(input) ? input[0] - input[1] : input.minuend - input.subtrahend;
  }),
  sum: t.procedure.input(z.array(z.number())).query(({ input }) => input.reduce((sum, next) => sum + next, 0)),
  get_data: t.procedure.query(() => ['hello', 5] as const),
  update: t.procedure.mutation(() => void notified.push('update')),
  notify_hello: t.procedure.mutation(() => void notified.push('hello')),
});

const failed = (id: number | string | null, code: number) => ({
  jsonrpc: '2.0',
  id,
  error: { code, message: expect.any(String), data: expect.objectContaining({ code: expect.any(String) }) },
});
const done = (id: number | string, output: unknown) => ({ jsonrpc: '2.0', id, result: { output } });

describe('The examples of the JSON-RPC 2.0 specification', () => {
  const harness = useHarness();

  async function connect(): Promise<RawPeer> {
    notified.length = 0;
    const { url } = await harness.serve({ router });
    return harness.native(url);
  }

  async function answerTo(text: string): Promise<unknown> {
    const peer = await connect();
    peer.sendText(text);
    const message = await peer.next();
    return 'value' in message ? message['value'] : message;
  }

  async function assertSilence(text: string): Promise<void> {
    const peer = await connect();
    peer.sendText(text);
    await peer.answerTo(peer.request('rpc.ping', undefined, 'ping'));
    expect(peer.untaken).toEqual([]);
    expect(notified).toEqual([]);
  }

  it.each([
    ['{"jsonrpc": "2.0", "method": "subtract", "params": {"input": [42, 23]}, "id": 1}', 1, 19],
    ['{"jsonrpc": "2.0", "method": "subtract", "params": {"input": [23, 42]}, "id": 2}', 2, -19],
    [
      '{"jsonrpc": "2.0", "method": "subtract", "params": {"input": {"subtrahend": 23, "minuend": 42}}, "id": 3}',
      3,
      19,
    ],
    [
      '{"jsonrpc": "2.0", "method": "subtract", "params": {"input": {"minuend": 42, "subtrahend": 23}}, "id": 4}',
      4,
      19,
    ],
  ])('rpc call: %s', async (text, id, output) => {
    expect(await answerTo(text)).toEqual(done(id, output));
  });

  it('rpc call with bare positional parameters (difference 1)', async () => {
    const text = '{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}';
    expect(await answerTo(text)).toEqual(failed(1, -32_602));
  });

  it.each([
    '{"jsonrpc": "2.0", "method": "update", "params": {"input": [1,2,3,4,5]}}',
    '{"jsonrpc": "2.0", "method": "foobar"}',
  ])('a notification: %s (difference 4)', async (text) => {
    await assertSilence(text);
  });

  it('rpc call of non-existent method', async () => {
    expect(await answerTo('{"jsonrpc": "2.0", "method": "foobar", "id": "1"}')).toEqual(failed('1', -32_601));
  });

  it('rpc call with invalid JSON', async () => {
    const text = '{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]';
    expect(await answerTo(text)).toEqual(failed(null, -32_700));
  });

  it('rpc call with invalid Request object', async () => {
    const text = '{"jsonrpc": "2.0", "method": 1, "params": "bar"}';
    expect(await answerTo(text)).toEqual(failed(null, -32_600));
  });

  it('rpc call Batch, invalid JSON', async () => {
    const text = '[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"}, {"jsonrpc": "2.0", "method"]';
    expect(await answerTo(text)).toEqual(failed(null, -32_700));
  });

  it('rpc call with an empty Array', async () => {
    expect(await answerTo('[]')).toEqual(failed(null, -32_600));
  });

  it('rpc call with an invalid Batch (but not empty)', async () => {
    expect(await answerTo('[1]')).toEqual([failed(null, -32_600)]);
  });

  it('rpc call with invalid Batch', async () => {
    expect(await answerTo('[1,2,3]')).toEqual([1, 2, 3].map(() => failed(null, -32_600)));
  });

  it('rpc call Batch', async () => {
    const answers = await answerTo(`[
      {"jsonrpc": "2.0", "method": "sum", "params": {"input": [1,2,4]}, "id": "1"},
      {"jsonrpc": "2.0", "method": "notify_hello", "params": {"input": [7]}},
      {"jsonrpc": "2.0", "method": "subtract", "params": {"input": [42,23]}, "id": "2"},
      {"foo": "boo"},
      {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
      {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
    ]`);
    const expected = [
      done('1', 7),
      done('2', 19),
      failed(null, -32_600),
      failed('5', -32_601),
      done('9', ['hello', 5]),
    ];
    // The specification leaves the order of the answers open.
    expect(answers).toHaveLength(expected.length);
    expect(answers).toEqual(expect.arrayContaining(expected));
    expect(notified).toEqual([]);
  });

  it('rpc call Batch (all notifications)', async () => {
    await assertSilence(`[
      {"jsonrpc": "2.0", "method": "notify_sum", "params": {"input": [1,2,4]}},
      {"jsonrpc": "2.0", "method": "notify_hello", "params": {"input": [7]}}
    ]`);
  });

  it('rpc call with an id of null (difference 5)', async () => {
    expect(await answerTo('{"jsonrpc": "2.0", "method": "get_data", "id": null}')).toEqual(failed(null, -32_600));
  });

  it.each(['"1.0"', '2.0', 'null'])('rpc call of version %s', async (version) => {
    expect(await answerTo(`{"jsonrpc": ${version}, "method": "get_data", "id": 1}`)).toEqual(failed(1, -32_600));
  });
});
