import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { TypeTable } from './type-table.js';

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };
const reference = (name: string): TypeNode => ({ kind: 'reference', name });

describe('TypeTable', () => {
  it('takes a type of the compiler in with all that it refers to, and with itself', () => {
    const tree: TypeNode = { kind: 'object', properties: [{ name: 'next', type: reference('Tree') }] };
    const table = new TypeTable({}, { Tree: tree, List: { kind: 'array', items: reference('Tree') }, Unused: text });
    expect(table.adopt(reference('List'))).toEqual(reference('List'));
    expect(Object.keys(table.finished()).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['List', 'Tree']);
  });

  it('finds another name where a schema has taken one for something else', () => {
    const table = new TypeTable({ User: text, User2: text }, { User: number });
    expect(table.adopt({ kind: 'array', items: reference('User') })).toEqual({
      kind: 'array',
      items: reference('User3'),
    });
    expect(table.finished()).toEqual({ User3: number });
    expect(new TypeTable({ User: text }, { User: text }).adopt(reference('User'))).toEqual(reference('User'));
  });

  it('keeps what a schema refers to as the schemas say it until it is finished, which it is begun for once', () => {
    const table = new TypeTable({ User: { kind: 'array', items: reference('Name') }, Name: text }, {});
    table.keep(reference('User'));
    expect(table.finished()).toEqual({ User: { kind: 'array', items: reference('Name') }, Name: text });
    expect(table.beginSchemaType('User').isFresh).toBe(false);
    table.finish('Name', number);
    expect(table.finished()['Name']).toEqual(number);
  });

  it('has a hole for a name that no schema has', () => {
    expect(new TypeTable({}, {}).beginSchemaType('Gone').schema).toMatchObject({ kind: 'hole' });
  });

  it('takes a name of the compiler for one of a schema, until they turn out to be two', () => {
    const table = new TypeTable({ Name: text }, { Alias: number });
    table.unify('Alias', 'Name');
    expect(table.adopt(reference('Alias'))).toEqual(reference('Name'));
    table.separate('Alias', 'Name');
    expect(table.adopt(reference('Alias'))).toEqual(reference('Alias'));
  });

  it('knows whether a name means another type only when it is finished', () => {
    const table = new TypeTable({ Name: text }, {});
    table.beginSchemaType('Name');
    expect(table.isOther('Name', number)).toBe(false);
    table.finish('Name', text);
    expect(table.isOther('Name', number)).toBe(true);
    expect(table.isOther('Name', { kind: 'string' })).toBe(false);
  });
});
