import { describe, expect, it } from '@jest/globals';
import { callParams, callResult, eventParams } from './call-members.js';
import { createWire, procedureOf } from './wire.spec-support.js';

const names = (members: readonly { readonly name: string }[]): readonly string[] => members.map(({ name }) => name);

describe('callParams', () => {
  it('has the options of each kind', () => {
    const { table, wire } = createWire('none');
    expect(names(callParams(procedureOf('query'), table, wire))).toEqual([
      'input',
      'deadlineMs',
      'sent',
      'traceparent',
      'shape',
    ]);
    expect(names(callParams(procedureOf('mutation'), table, wire))).toContain('key');
    expect(names(callParams(procedureOf('subscription'), table, wire))).toEqual([
      'input',
      'credit',
      'after',
      'maxRate',
      'traceparent',
      'shape',
    ]);
  });

  it('requires the input only of a procedure that does not do without', () => {
    const { table, wire } = createWire('superjson');
    expect(callParams(procedureOf('query'), table, wire)[0]?.isRequired).toBe(true);
    expect(callParams(procedureOf('query', { input: { kind: 'void' } }), table, wire)[0]?.isRequired).toBeUndefined();
  });
});

describe('callResult', () => {
  it('may say of a mutation that it is replayed, and is the number of a subscription', () => {
    const { table, wire } = createWire('none');
    expect(names(callResult(procedureOf('query'), table, wire))).toEqual(['output']);
    expect(names(callResult(procedureOf('mutation'), table, wire))).toEqual(['output', 'replayed']);
    expect(names(callResult(procedureOf('subscription'), table, wire))).toEqual(['subscription', 'cursor', 'resumed']);
  });

  it('has an output of undefined only where superjson gives it a form', () => {
    const nothing = procedureOf('query', { output: { kind: 'void' } });
    const plain = createWire('none');
    const rich = createWire('superjson');
    expect(callResult(nothing, plain.table, plain.wire)[0]?.isRequired).toBeUndefined();
    expect(callResult(nothing, rich.table, rich.wire)[0]?.isRequired).toBe(true);
  });
});

describe('eventParams', () => {
  it('has the event as data', () => {
    const { table, wire } = createWire('none');
    expect(eventParams(procedureOf('subscription'), table, wire)).toContainEqual({
      name: 'data',
      schema: { type: 'string' },
      isRequired: true,
    });
  });
});
