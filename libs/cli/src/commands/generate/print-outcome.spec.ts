import { describe, expect, it } from '@jest/globals';
import { type Contract, RouterImportError } from '@trunkline/codegen';
import { count, printDuration, printFailure, printProblems, printWritten } from './print-outcome.js';

const contract: Contract = {
  trunkline: 1,
  transformer: 'none',
  procedures: {},
  types: {},
};

describe('printProblems', () => {
  it('says every one with procedure, place and reason', () => {
    const problems = [
      { path: 'orders.byId', position: 'output.held', reason: 'the type object says nothing' },
      { path: undefined, position: 'data', reason: 'it is a function' },
    ];
    expect(printProblems(problems).split('\n')).toEqual([
      '2 types of the router cannot be expressed, so nothing is written:',
      '  "orders.byId", output.held: the type object says nothing.',
      '  The data of errors, data: it is a function.',
      'Give each a schema or write its type down, or let it be `unknown` to clients with --allow-unknown.',
      '',
    ]);
  });
});

describe('printFailure', () => {
  it('says what an author can repair without a stack of ours', () => {
    expect(printFailure(new RouterImportError('src/router.ts exports no appRouter.'))).toBe(
      'error: src/router.ts exports no appRouter.\n',
    );
    expect(printFailure('odd')).toBe('error: odd\n');
  });

  it('shows where anything else comes from', () => {
    expect(printFailure(new RangeError('a bug'))).toMatch(/^error: RangeError: a bug\n {4}at /);
  });
});

describe('printWritten', () => {
  const added = { path: 'a', kind: 'added', after: '' } as const;
  const removed = { path: 'b', kind: 'removed', before: '' } as const;

  it('counts what was written, removed and left as it was', () => {
    const written = { folder: 'api', contract, changes: [added, removed], fileCount: 10, durationMs: 1234.5 };
    expect(printWritten(written)).toBe('api: 0 procedures, 1 file written, 1 removed, 9 unchanged, in 1235 ms.\n');
    expect(printWritten({ ...written, changes: [] })).toBe(
      'api: 0 procedures, 0 files written, 10 unchanged, in 1235 ms.\n',
    );
  });
});

describe('printDuration', () => {
  it('is in milliseconds while they tell anything', () => {
    expect([0.4, 9999, 12_345].map(printDuration)).toEqual(['0 ms', '9999 ms', '12.3 s']);
  });
});

describe('count', () => {
  it('puts a noun into its number', () => {
    expect([count(1, 'file'), count(2, 'file')]).toEqual(['1 file', '2 files']);
  });
});
