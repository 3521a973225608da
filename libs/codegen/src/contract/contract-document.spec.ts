import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { contractSchema } from './contract-schema.js';
import { readContract } from './read-contract.js';

const text = readFileSync(new URL('../../../../docs/contract.md', import.meta.url), 'utf8');

/** The names of members and the texts that the schema knows, wherever in it they stand. */
function wordsOf(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) => {
    if (name === 'const' || name === 'enum') return [value].flat().filter((word) => typeof word === 'string');
    return name === 'properties'
      ? [...Object.keys(value ?? {}), ...wordsOf(Object.values(value ?? {}))]
      : wordsOf(value);
  });
}

describe('docs/contract.md', () => {
  it('names every member and every word of the format', () => {
    const words = new Set(wordsOf(z.toJSONSchema(contractSchema, { io: 'input' })));
    expect([...words]).toEqual(
      expect.arrayContaining(['procedures', 'bigintLiteral', 'exclusiveMinimum', 'ReadonlySet']),
    );
    expect([...words].filter((word) => !text.includes(`\`${word}\``) && !text.includes(`"${word}"`))).toEqual([]);
  });

  it('shows a contract that is one', () => {
    const [, example = ''] = /```json\n([^]*?)```/u.exec(text) ?? [];
    expect(Object.keys(readContract(example, 'docs/contract.md').procedures)).toEqual(['orders.byId']);
  });
});
