import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_LIMITS,
  decodeClientFrame,
  decodeServerFrame,
  encodeAuth,
  encodeCancel,
  encodeCredit,
  encodeDiscover,
  encodeDrain,
  encodeEnd,
  encodeExpiring,
  encodeGap,
  encodeHello,
  encodePart,
  encodePing,
  encodeTune,
  encodeUnsubscribe,
} from '@trunkline/protocol';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { membersSchema } from './message-member.js';
import { clientMessages, serverNotifications } from './system-messages.js';
import { createWire } from './wire.spec-support.js';

/** Whether the params of a message are of the form that is described for its method. */
function isAsDescribed(text: string): boolean {
  const { table, wire } = createWire('none');
  const { method, params = {} }: { method: string; params?: object } = JSON.parse(text);
  const message = [...clientMessages(wire), ...serverNotifications(wire)].find((known) => known.method === method);
  if (message === undefined) return false;
  const schema = { $id: 'spec:/', ...membersSchema(message.params), ...table.definitions() };
  return new Ajv2020({ strict: false }).validate(schema, params);
}

describe('clientMessages', () => {
  it.each([
    encodeHello(1, { client: { name: 'a' }, payload: 'json', features: ['parts'], connectionParams: { token: 'x' } }),
    encodeHello(1, { client: {}, payload: 'json', features: [], connectionParams: null, contract: 'hR3v9' }),
    encodeAuth(1, null),
    encodeDiscover(1),
    encodeCancel('one'),
    encodeCredit(1, 0, 'a.1'),
    encodePing(1),
    encodeTune(1, null),
    encodeTune(1, 0.5),
    encodeUnsubscribe(1, 2),
  ])('describe %s, which the protocol reads', (text) => {
    expect(decodeClientFrame(text, DEFAULT_LIMITS)).not.toMatchObject({ type: 'violation' });
    expect(isAsDescribed(text)).toBe(true);
  });

  it('do not describe what the protocol refuses', () => {
    expect(isAsDescribed('{"method":"rpc.unsubscribe","params":{"subscription":0}}')).toBe(false);
    expect(isAsDescribed('{"method":"rpc.hello","params":{"payload":"xml"}}')).toBe(false);
    expect(isAsDescribed('{"method":"rpc.hello","params":{"contract":5}}')).toBe(false);
    expect(isAsDescribed('{"method":"rpc.tune","params":{"subscription":1,"maxRate":0}}')).toBe(false);
  });
});

describe('serverNotifications', () => {
  it.each([
    encodeGap(1, 'overflow', 3, 'a.1'),
    encodeEnd(1, undefined, 'a.2'),
    encodeEnd(1, '{"code":-32009,"message":"no","data":{"code":"CONFLICT"}}'),
    encodePart(1, '{"a"'),
    encodeExpiring(5),
    encodeDrain(1, 2),
  ])('describe %s, which the protocol reads', (text) => {
    expect(decodeServerFrame(text)).not.toMatchObject({ type: 'violation' });
    expect(isAsDescribed(text)).toBe(true);
  });
});
