import { describe, expect, it } from '@jest/globals';
import { findExport } from './find-export.js';

describe('findExport', () => {
  it('finds an export, and says which there are', () => {
    expect(findExport({ b: 1, a: 2 }, 'a')).toEqual({ value: 2, names: ['a', 'b'] });
    expect(findExport({ b: 1, a: 2 }, 'c')).toEqual({ value: undefined, names: ['a', 'b'] });
  });

  it('looks into a CommonJS module', () => {
    const module = { default: { __esModule: true, appRouter: 1 }, 'module.exports': {} };
    expect(findExport(module, 'appRouter')).toEqual({ value: 1, names: ['appRouter', 'default'] });
  });

  it('does not look into the default export of another module', () => {
    expect(findExport({ default: { appRouter: 1 } }, 'appRouter')).toEqual({ value: undefined, names: ['default'] });
  });
});
