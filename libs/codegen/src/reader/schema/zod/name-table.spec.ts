import { describe, expect, it } from '@jest/globals';
import { NameTable } from './name-table.js';

describe('NameTable', () => {
  it('names a type from where it stands', () => {
    const names = new NameTable();
    expect(names.fromPlace(['orders', 'by-id', 'input', 'parent'])).toBe('OrdersByIdInputParent');
    expect(names.fromPlace(['orders', 'byId', 'input', 'parent'])).toBe('OrdersByIdInputParent2');
    expect(names.fromPlace(['2nd'])).toBe('_2nd');
    expect(names.fromPlace([])).toBe('Type');
  });

  it('remembers whose id was taken', () => {
    const names = new NameTable();
    expect([names.fromId('Page'), names.fromId('Page')]).toEqual(['Page', 'Page2']);
    expect([...names.rivals()]).toEqual([['Page2', 'Page']]);
  });

  it('knows a type once it is kept', () => {
    const names = new NameTable();
    const name = names.fromId('Page');
    expect(names.typeOf(name)).toBeUndefined();
    names.keep(name, { kind: 'string' });
    expect(names.typeOf(name)).toEqual({ kind: 'string' });
  });
});
