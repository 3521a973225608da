import { describe, expect, it } from '@jest/globals';
import { encodeFailure, encodeParted } from '@trunkline/protocol';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createWire } from '../protocol/wire.spec-support.js';
import type { MessageObject } from './message-object.js';
import { BATCH_ANSWER_MESSAGE, BATCH_MESSAGE, failureMessage, partedMessage } from './shared-messages.js';

const { table, wire } = createWire('none');

const failure = failureMessage(wire);
const parted = partedMessage(wire);

const accepts = ({ payload }: MessageObject, text: string): boolean =>
  new Ajv2020({ strict: false }).validate({ $id: 'spec:/', ...payload, ...table.definitions() }, JSON.parse(text));

describe('failureMessage', () => {
  it('takes an error under an id, and under none', () => {
    const error = '{"code":-32004,"message":"no","data":{"code":"NOT_FOUND"}}';
    expect(accepts(failure, encodeFailure(1, error))).toBe(true);
    expect(accepts(failure, encodeFailure(null, error))).toBe(true);
    expect(accepts(failure, encodeParted(1, 2))).toBe(false);
  });
});

describe('partedMessage', () => {
  it('takes an answer that counts its pieces', () => {
    expect(accepts(parted, encodeParted(1, 2))).toBe(true);
    expect(accepts(parted, encodeParted(1, 2, true))).toBe(true);
    expect(accepts(parted, encodeParted(1, 0))).toBe(false);
  });
});

describe('the messages of a batch', () => {
  it('are arrays that are not empty', () => {
    expect(accepts(BATCH_MESSAGE, '[{"jsonrpc":"2.0","method":"rpc.ping","id":1}]')).toBe(true);
    expect(accepts(BATCH_ANSWER_MESSAGE, '[{"jsonrpc":"2.0","id":1,"result":{}}]')).toBe(true);
    expect(accepts(BATCH_MESSAGE, '[]')).toBe(false);
  });
});
