import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import * as z3 from 'zod/v3';
import type { RuntimeProcedure } from './collect-procedures.js';
import { ParserReader } from './parser-reader.js';
import { DefaultTable } from './zod/default-table.js';

const procedure = (members: Partial<RuntimeProcedure>): RuntimeProcedure => ({
  path: 'a.b',
  kind: 'query',
  inputs: [],
  output: undefined,
  meta: undefined,
  ...members,
});
const readInput = (...inputs: readonly unknown[]): unknown =>
  new ParserReader('input', new DefaultTable()).input(procedure({ inputs }));
const readOutput = (members: Partial<RuntimeProcedure>): unknown =>
  new ParserReader('output', new DefaultTable()).output(procedure(members));

const text = { kind: 'string' };

describe('ParserReader', () => {
  it('has void for no input, and beside one that may be undefined', () => {
    expect(readInput()).toEqual({ kind: 'void' });
    expect(readInput(z.string().optional())).toEqual({
      kind: 'union',
      of: [text, { kind: 'undefined' }, { kind: 'void' }],
    });
    const named = z.string().optional().meta({ id: 'Maybe' });
    expect(readInput(named)).toEqual({ kind: 'union', of: [{ kind: 'reference', name: 'Maybe' }, { kind: 'void' }] });
  });

  it('has all of several inputs at once', () => {
    expect(readInput(z.string(), z.string())).toEqual({ kind: 'intersection', of: [text, text] });
  });

  it('reads what another library says as JSON Schema, be its schema a function or not', () => {
    const standard = {
      vendor: 'arktype',
      jsonSchema: { input: () => ({ type: 'string' }), output: () => ({ type: 'null' }) },
    };
    expect(readInput(Object.assign(() => 1, { '~standard': standard }))).toEqual(text);
    expect(readOutput({ output: { '~standard': standard } })).toEqual({ kind: 'null' });
  });

  it.each([
    [{ '~standard': { vendor: 'valibot' } }, 'a schema of valibot does not say its type at run time'],
    [z3.string(), 'schemas of zod 3 are not read at run time; those of zod 4 are'],
    [(value: unknown) => value, 'a function that parses does not say at run time what it takes and gives'],
    [{ parse: () => 1 }, 'the parser is of no library that says its type at run time'],
  ])('has a hole with its reason: %#', (parser, reason) => {
    expect(readInput(parser)).toEqual({ kind: 'hole', reason });
  });

  it('has holes for outputs without a schema and for those of subscriptions', () => {
    expect(readOutput({})).toEqual({ kind: 'hole', reason: 'the procedure has no output schema' });
    expect(readOutput({ kind: 'subscription', output: z.custom() })).toMatchObject({
      kind: 'hole',
      reason: expect.stringContaining('whole subscription'),
    });
  });
});
