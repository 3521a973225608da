import { describe, expect, it } from '@jest/globals';
import { adaptFrame, CURSOR_MEMBER } from './adapt-frame.js';

const plain = { hasPositions: false, hasSuperjson: false };
const next = '{"jsonrpc":"2.0","method":"rpc.next","params":{"subscription":1,"cursor":"run.1","data":{"a":1}}}';

describe('adaptFrame', () => {
  it('lets an event carry its position, where positions are wanted', () => {
    expect(adaptFrame(next, plain)).toBe(next);
    expect(JSON.parse(adaptFrame(next, { ...plain, hasPositions: true }))).toMatchObject({
      params: { subscription: 1, cursor: 'run.1', data: { [CURSOR_MEMBER]: 'run.1', data: { a: 1 } } },
    });
  });

  it('makes an output of a document', () => {
    const frame = '{"jsonrpc":"2.0","id":1,"result":{"openrpc":"1.4.0"}}';
    expect(JSON.parse(adaptFrame(frame, plain))).toMatchObject({ result: { output: { openrpc: '1.4.0' } } });
    expect(JSON.parse(adaptFrame(frame, { ...plain, hasSuperjson: true }))).toMatchObject({
      result: { output: { json: { openrpc: '1.4.0' } } },
    });
  });

  it.each(['"openrpc"', '{"openrpc"', '{"result":{"output":"\\"openrpc\\""}}', '"rpc.next"', '{"method":"rpc.next"}'])(
    'leaves %s as it is',
    (text) => {
      expect(adaptFrame(text, { hasPositions: true, hasSuperjson: false })).toBe(text);
    },
  );
});
