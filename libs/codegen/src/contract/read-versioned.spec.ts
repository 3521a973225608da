import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { ContractError } from './contract-error.js';
import { readVersioned } from './read-versioned.js';

const form = {
  noun: 'list',
  version: 3,
  schema: z.strictObject({ trunkline: z.literal(3), items: z.array(z.number()) }),
};
const read = (text: string) => () => readVersioned(text, 'list.json', form);

describe('readVersioned', () => {
  it('gives what stands there', () => {
    expect(read('{"trunkline":3,"items":[1]}')()).toEqual({ trunkline: 3, items: [1] });
  });

  it.each([
    ['{', 'list.json is no JSON: '],
    ['null', 'list.json is no list: it has no member "trunkline" with the version of its format.'],
    ['{"trunkline":"3"}', 'has no member "trunkline"'],
    ['{"trunkline":4}', 'list.json is a list of format 4; this version reads 3.'],
    ['{"trunkline":3,"items":["a"]}', 'list.json is no list: at items.0: '],
  ])('says of %s what is wrong', (text, message) => {
    expect(read(text)).toThrow(ContractError);
    expect(read(text)).toThrow(message);
  });

  it('tells some of many mistakes, and counts the others', () => {
    const items = JSON.stringify(Array.from({ length: 8 }, () => 'a'));
    expect(read(`{"trunkline":3,"items":${items}}`)).toThrow(/; and 3 more$/u);
  });
});
