import { describe, expect, it } from '@jest/globals';
import { procedureOf } from '../protocol/wire.spec-support.js';
import { cell, procedureSection, sectionBlocks, typeSection } from './procedure-section.js';

describe('procedureSection', () => {
  it('says kind, input, output, errors and an example', () => {
    const procedure = procedureOf('query', { doc: 'Finds one.', errors: { NOT_FOUND: 'None | nothing.' } });
    const text = sectionBlocks(procedureSection('a.b', procedure, {}), () => '').join('\n\n');
    expect(text).toContain('*Query*\n\nFinds one.\n\n**Input**\n\n```ts\nstring\n```\n\n**Output**');
    expect(text).toContain('| `NOT_FOUND` | None \\| nothing. |');
    expect(text).toContain('**Example**');
  });

  it('says that there is no input or event', () => {
    const nothing = procedureOf('subscription', { input: { kind: 'void' }, output: { kind: 'void' } });
    expect(procedureSection('a', nothing, {}).before).toEqual(
      expect.arrayContaining(['**Input:** none', '**Event:** none']),
    );
  });
});

describe('sectionBlocks', () => {
  it('links to each type once, before what comes behind', () => {
    const order = { kind: 'reference', name: 'Order' } as const;
    const section = procedureSection('a', procedureOf('query', { input: order, output: order }), {});
    const blocks = sectionBlocks(section, (name) => `#${name}`);
    expect(blocks.filter((block) => block.startsWith('Types'))).toEqual(['Types: [`Order`](#Order)']);
    expect(blocks.indexOf('Types: [`Order`](#Order)')).toBe(section.before.length);
  });

  it('links to nothing where there is nothing', () => {
    expect(sectionBlocks(typeSection({ kind: 'string' }), () => '')).toEqual(['```ts\nstring\n```']);
  });
});

describe('cell', () => {
  it('keeps a text in its cell', () => expect(cell('a | b\n c')).toBe('a \\| b c'));
});
