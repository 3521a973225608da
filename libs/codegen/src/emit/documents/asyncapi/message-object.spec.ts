import { describe, expect, it } from '@jest/globals';
import { createWire, procedureOf } from '../protocol/wire.spec-support.js';
import {
  answerMessage,
  callMessage,
  eventMessage,
  messageComponent,
  systemAnswer,
  systemMessage,
} from './message-object.js';

describe('callMessage', () => {
  it('is a request by its method, whose params stand there only where something in them must', () => {
    const { table, wire } = createWire('none');
    expect(callMessage('a.b', 'a.b', procedureOf('query'), table, wire)).toMatchObject({
      name: 'a.b.call',
      payload: { properties: { method: { const: 'a.b' } }, required: ['jsonrpc', 'id', 'method', 'params'] },
    });
    const free = procedureOf('subscription', { input: { kind: 'void' }, deprecated: '' });
    expect(callMessage('a.b', 'a.b', free, table, wire)).toMatchObject({
      name: 'a.b.subscribe',
      deprecated: true,
      payload: { required: ['jsonrpc', 'id', 'method'] },
    });
  });
});

describe('answerMessage', () => {
  it('is told from an answer in parts, also where it may hold no output', () => {
    const { table, wire } = createWire('none');
    const nothing = procedureOf('query', { output: { kind: 'void' } });
    expect(answerMessage('a', 'a', nothing, table, wire).payload).toMatchObject({
      properties: { result: { not: { required: ['parts'] } } },
    });
    expect(answerMessage('a', 'a', procedureOf('query'), table, wire).payload).toMatchObject({
      properties: { result: { required: ['output'] } },
    });
  });
});

describe('eventMessage', () => {
  it('is an rpc.next that belongs to a subscription', () => {
    const { table, wire } = createWire('none');
    expect(eventMessage('a', 'a', procedureOf('subscription'), table, wire)).toMatchObject({
      correlation: 'subscription',
      payload: { properties: { method: { const: 'rpc.next' } } },
    });
  });
});

describe('systemMessage', () => {
  it('has an id only where there is an answer', () => {
    const { wire } = createWire('none');
    const notice = systemMessage({ method: 'rpc.cancel', summary: 'Stop.', params: [] }, wire);
    const request = systemMessage({ method: 'rpc.ping', summary: 'Hear.', params: [], result: [] }, wire);
    expect(notice.payload).toMatchObject({ required: ['jsonrpc', 'method', 'params'] });
    expect(request.payload).toMatchObject({ required: ['jsonrpc', 'id', 'method'] });
    expect(systemAnswer('rpc.ping', [], wire).name).toBe('rpc.ping.answer');
  });
});

describe('messageComponent', () => {
  it('points to what ties messages together', () => {
    expect(messageComponent({ name: 'a', title: 'A', payload: {}, correlation: 'call' })).toEqual({
      name: 'a',
      title: 'A',
      contentType: 'application/json',
      correlationId: { $ref: '#/components/correlationIds/call' },
      payload: {},
    });
  });
});
