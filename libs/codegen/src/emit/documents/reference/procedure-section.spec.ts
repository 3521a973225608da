import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../../../contract/contract.js';
import { procedureOf } from '../protocol/wire.spec-support.js';
import { cell, procedureBlocks, typeLinks } from './procedure-section.js';

const contract: Contract = { trunkline: 1, transformer: 'none', procedures: {}, types: {} };

describe('procedureBlocks', () => {
  it('says kind, input, output, errors and an example', () => {
    const procedure = procedureOf('query', { doc: 'Finds one.', errors: { NOT_FOUND: 'None | nothing.' } });
    const text = procedureBlocks('a.b', procedure, contract, () => '').join('\n\n');
    expect(text).toContain('*Query*\n\nFinds one.\n\n**Input**\n\n```ts\nstring\n```\n\n**Output**');
    expect(text).toContain('| `NOT_FOUND` | None \\| nothing. |');
    expect(text).toContain('**Example**');
  });

  it('says that there is no input or event', () => {
    const nothing = procedureOf('subscription', { input: { kind: 'void' }, output: { kind: 'void' } });
    expect(procedureBlocks('a', nothing, contract, () => '')).toEqual(
      expect.arrayContaining(['**Input:** none', '**Event:** none']),
    );
  });
});

describe('typeLinks', () => {
  it('links to each type once', () => {
    const node = { kind: 'reference', name: 'Order' } as const;
    expect(typeLinks([node, node], (name) => `#${name}`)).toEqual(['Types: [`Order`](#Order)']);
    expect(typeLinks([], () => '')).toEqual([]);
  });
});

describe('cell', () => {
  it('keeps a text in its cell', () => expect(cell('a | b\n c')).toBe('a \\| b c'));
});
