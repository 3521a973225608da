import { describe, expect, it } from '@jest/globals';
import { withReferring } from './with-referring.js';

const reach = (...values: readonly string[]): readonly string[] => {
  const references = { app: ['a', 'b'], a: ['models'], b: ['other'], models: ['a'], other: [] };
  return [...withReferring(values, Object.entries(references))].toSorted();
};

describe('withReferring', () => {
  it('finds what refers to values, directly or not, in circles too', () => {
    expect(reach('models')).toEqual(['a', 'app', 'models']);
    expect(reach('other', 'elsewhere')).toEqual(['app', 'b', 'elsewhere', 'other']);
    expect(reach()).toEqual([]);
  });
});
