import { describe, expect, it } from '@jest/globals';
import { suggestName } from './suggest-name.js';

const known = ['router', 'out', 'tsconfig', 'packageName', 'validators'];

describe('suggestName', () => {
  it.each([
    ['ruoter', 'router'],
    ['outt', 'out'],
    ['packagename', 'packageName'],
    ['package-name', 'packageName'],
    ['validator', 'validators'],
    ['tsConfig', 'tsconfig'],
  ])('takes %s for %s', (unknown, name) => {
    expect(suggestName(unknown, known)).toBe(name);
  });

  it.each(['colour', 'x', ''])('has nothing to say of "%s"', (unknown) => {
    expect(suggestName(unknown, known)).toBeUndefined();
  });
});
