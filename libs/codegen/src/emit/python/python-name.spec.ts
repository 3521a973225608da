import { describe, expect, it } from '@jest/globals';
import { isPlainName, NameTable, quotePython, toClassName, toPythonName } from './python-name.js';

describe('toPythonName', () => {
  it.each([
    ['byId', 'byId'],
    ['class', 'class_'],
    ['odd-names', 'odd_names'],
    ['2nd', '_2nd'],
    ['größe', 'gr__e'],
    ['', '_'],
  ])('makes of "%s" the name %s', (text, name) => expect(toPythonName(text)).toBe(name));
});

describe('toClassName', () => {
  it.each([
    ['orders.by-id', 'OrdersById'],
    ['none', 'None_'],
    ['--', '_'],
  ])('makes of "%s" the name %s', (text, name) => expect(toClassName(text)).toBe(name));
});

describe('isPlainName', () => {
  it('refuses what Python renames, keywords and what is no name', () => {
    expect(['__a', 'def', 'a-b', ''].filter(isPlainName)).toEqual([]);
    expect(['_a', 'list', 'placedAt'].filter(isPlainName)).toHaveLength(3);
  });
});

describe('quotePython', () => {
  it('writes what JSON writes', () => expect(quotePython('a"\\\n')).toBe('"a\\"\\\\\\n"'));
});

describe('NameTable', () => {
  it('gives each name once', () => {
    const names = new NameTable(['a']);
    expect([names.take('a'), names.take('a'), names.take('b')]).toEqual(['a_2', 'a_3', 'b']);
  });
});
