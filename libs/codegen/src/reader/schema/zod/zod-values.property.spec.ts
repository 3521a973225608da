import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapChildren } from '../../../contract/children.js';
import type { TypeNode } from '../../../contract/type-node.js';
import { accepts } from '../../../testing/accepts.js';
import { readZod } from './read-zod.spec-support.js';
import { sampleArbitrary } from './zod-values.spec-support.js';

const RUN_COUNT = 400;

/** A format is no more than a word to whoever judges values here. */
function withoutFormats(node: TypeNode): TypeNode {
  if (node.kind !== 'string') return mapChildren(node, withoutFormats);
  const { format: _format, ...rest } = node;
  return rest;
}

const fits = (side: 'input' | 'output', { node, types }: ReturnType<typeof readZod>, value: unknown): boolean =>
  accepts(withoutFormats(node), value, { types, isInput: side === 'input', undefinedIsMissing: false });

const pairs = sampleArbitrary.chain(({ schema, value }) => fc.tuple(fc.constant(schema), value));

describe('types that are read from schemas of zod', () => {
  it('have every value that the schema accepts, and that it gives for it', () => {
    fc.assert(
      fc.property(pairs, ([schema, value]) => {
        const result = schema.safeParse(value);
        fc.pre(result.success);
        expect(fits('input', readZod(schema, 'input'), value)).toBe(true);
        expect(fits('output', readZod(schema, 'output'), result.data)).toBe(true);
      }),
      { numRuns: RUN_COUNT },
    );
  });

  it('refuse what the schema refuses of simple values', () => {
    const values = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.integer({ min: -20, max: 20 }),
      fc.constant(null),
      fc.constant(true),
    );
    let refusedCount = 0;
    fc.assert(
      fc.property(sampleArbitrary, values, ({ schema }, value) => {
        const isRefused = !fits('input', readZod(schema, 'input'), value);
        if (isRefused) refusedCount += 1;
        expect(isRefused && schema.safeParse(value).success).toBe(false);
      }),
      { numRuns: RUN_COUNT },
    );
    expect(refusedCount).toBeGreaterThan(RUN_COUNT / 4);
  });

  it('are the same after a journey as JSON', () => {
    fc.assert(
      fc.property(sampleArbitrary, fc.constantFrom('input', 'output'), ({ schema }, side) => {
        const reading = readZod(schema, side);
        expect(JSON.parse(JSON.stringify(reading))).toStrictEqual(reading);
      }),
      { numRuns: RUN_COUNT },
    );
  });
});
