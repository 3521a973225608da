import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { TypeNode } from '../../../contract/type-node.js';
import { createWire } from './wire.spec-support.js';

const formatted: TypeNode = { kind: 'object', properties: [{ name: 'reason', type: { kind: 'string' } }] };

function accepts(error: unknown, errorData?: TypeNode): boolean {
  const { table, wire } = createWire('superjson', errorData);
  return new Ajv2020({ strict: false }).validate({ $id: 'spec:/', ...wire.error(), ...table.definitions() }, error);
}

const withData = (data: unknown) => ({ code: -32004, message: 'no', data });

describe('WireSchemas', () => {
  it("takes errors with tRPC's own data, and of the protocol itself", () => {
    expect(accepts(withData({ code: 'NOT_FOUND', httpStatus: 404, path: 'a.b' }))).toBe(true);
    expect(accepts(withData({ code: 'TOO_MANY_REQUESTS', ran: false, limit: 'maxCallsInFlight' }))).toBe(true);
  });

  it('takes what a client of another contract is told, whatever the formatter makes of other errors', () => {
    const upgrade = { path: 'a.b', shape: 'aaaaaa', clientContract: null, serverContract: 'hR3v9' };
    const error = withData({ code: 'UPGRADE_REQUIRED', ran: false, ...upgrade });
    expect([accepts(error), accepts(error, formatted)]).toEqual([true, true]);
    expect(accepts(withData({ code: 'UPGRADE_REQUIRED', ...upgrade, serverContract: null }))).toBe(false);
  });

  it('takes no code that the protocol does not know, and no error without data', () => {
    expect(accepts(withData({ code: 'OUT_OF_STOCK' }))).toBe(false);
    expect(accepts({ code: -32004, message: 'no' })).toBe(false);
  });

  it("takes what the router's formatter makes, and what no formatter has seen", () => {
    expect(accepts(withData({ code: 'NOT_FOUND', reason: 'gone' }), formatted)).toBe(true);
    expect(accepts(withData({ code: 'NOT_FOUND' }), formatted)).toBe(true);
    expect(accepts(withData({ code: 'NOT_FOUND', reason: 3 }), formatted)).toBe(false);
  });

  it('defines each schema once', () => {
    const { table, wire } = createWire('none');
    expect(wire.cursor()).toEqual(wire.cursor());
    expect(Object.keys(table.definitions())).toEqual(['rpc.Cursor']);
  });
});
