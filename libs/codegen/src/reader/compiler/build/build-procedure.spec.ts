import { describe, expect, it } from '@jest/globals';
import { FactTable } from '../fact-table.js';
import { engineOver } from '../fake-engine.spec-support.js';
import type { FoundProcedure } from '../find-procedures.js';
import type { ObjectFacts, TypeFacts } from '../type-facts.js';
import { buildProcedure } from './build-procedure.js';
import { Definitions } from './definitions.js';
import { TypeBuilder } from './type-builder.js';

const envelope: ObjectFacts = {
  form: 'object',
  declared: {
    name: 'TrackedData',
    origin: 'package',
    place: { file: '/app/node_modules/@trpc/server/dist/index.d.mts', index: 1 },
    parameters: [],
  },
  properties: [],
  indexes: [],
  isCallable: false,
};

const FACTS: Readonly<Record<number, TypeFacts>> = {
  0: { form: 'intrinsic', name: 'void' },
  1: { form: 'intrinsic', name: 'string' },
  2: { form: 'intrinsic', name: 'undefined' },
  3: { form: 'union', of: [1, 2] },
  4: { form: 'language', name: 'AsyncGenerator', parameters: [1, 0, 0] },
  5: envelope,
  6: { form: 'language', name: 'AsyncIterable', parameters: [5] },
  7: { form: 'union', of: [5, 5] },
  8: { form: 'union', of: [5, 1] },
};

function build(found: Partial<FoundProcedure>) {
  const facts = new FactTable(engineOver(FACTS));
  facts.explore(Object.keys(FACTS).map(Number));
  const builder = new TypeBuilder(facts, new Definitions(), () => '/** Says it.\n@deprecated Not. */ a: b');
  return buildProcedure({ path: 'a.b', kind: 'query', input: 0, output: 1, ...found }, facts, builder);
}

describe('buildProcedure', () => {
  it('says void for no input, and what is given', () => {
    expect(build({})).toEqual({ kind: 'query', input: { kind: 'void' }, output: { kind: 'string' } });
  });

  it('lets an input that may be undefined be left out, as tRPC does', () => {
    expect(build({ input: 3 }).input).toEqual({
      kind: 'union',
      of: [{ kind: 'string' }, { kind: 'undefined' }, { kind: 'void' }],
    });
    expect(build({ input: 2 }).input).toEqual({ kind: 'union', of: [{ kind: 'undefined' }, { kind: 'void' }] });
  });

  it('says of a subscription what one event is', () => {
    expect(build({ kind: 'subscription', output: 4 }).output).toEqual({ kind: 'string' });
    expect(build({ kind: 'subscription', output: 1 }).output).toEqual({ kind: 'string' });
    expect(build({ output: 4 }).output).toMatchObject({ kind: 'hole' });
  });

  it('is tracked where every event is', () => {
    expect(build({ kind: 'subscription', output: 6 }).tracked).toBe(true);
    expect(build({ kind: 'subscription', output: 7 }).tracked).toBe(true);
    expect(build({ kind: 'subscription', output: 8 }).tracked).toBeUndefined();
    expect(build({ output: 6 }).tracked).toBeUndefined();
  });

  it('takes the comment at the procedure', () => {
    expect(build({ place: { file: '/app/src/a.ts', index: 3 } })).toMatchObject({
      doc: 'Says it.',
      deprecated: 'Not.',
    });
  });
});
