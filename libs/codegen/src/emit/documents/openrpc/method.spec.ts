import { describe, expect, it } from '@jest/globals';
import { createWire, procedureOf } from '../protocol/wire.spec-support.js';
import { methodOf, notificationOf, systemMethodOf } from './method.js';

describe('methodOf', () => {
  it('says in a line what a procedure does, and the rest below it', () => {
    const { table, wire } = createWire('none');
    expect(methodOf('a.b', procedureOf('query', { doc: 'Finds one.\nOr none.' }), table, wire)).toMatchObject({
      name: 'a.b',
      summary: 'Finds one.',
      description: 'Finds one.\nOr none.',
      paramStructure: 'by-name',
      'x-kind': 'query',
    });
    expect(methodOf('a.b', procedureOf('query', { doc: 'Finds one.' }), table, wire)).not.toHaveProperty('description');
  });

  it('carries what OpenRPC has no words for', () => {
    const { table, wire } = createWire('none');
    const meta = { trunkline: { subscription: { overflow: 'latest' } } };
    const procedure = procedureOf('subscription', { tracked: true, meta, deprecated: 'Use c.' });
    expect(methodOf('a.b', procedure, table, wire)).toMatchObject({
      deprecated: true,
      'x-tracked': true,
      'x-meta': meta,
    });
  });
});

describe('systemMethodOf', () => {
  it('gives a notification no result', () => {
    expect(systemMethodOf({ method: 'rpc.cancel', summary: 'Stop.', params: [] })).not.toHaveProperty('result');
    expect(systemMethodOf({ method: 'rpc.ping', summary: 'Hear.', params: [], result: [] })).toHaveProperty('result');
  });
});

describe('notificationOf', () => {
  it('says params as a method does', () => {
    const params = [{ name: 'inMs', schema: { type: 'integer' }, doc: 'When.', isRequired: true }] as const;
    expect(notificationOf({ method: 'rpc.expiring', summary: 'Soon.', params })).toEqual({
      name: 'rpc.expiring',
      summary: 'Soon.',
      paramStructure: 'by-name',
      params: [{ name: 'inMs', description: 'When.', required: true, schema: { type: 'integer' } }],
    });
  });
});
