import { describe, expect, it } from '@jest/globals';
import { isBrandAlias, originOfFile, originOfFiles, symbolKeyName } from './declared-origin.js';

describe('originOfFile', () => {
  it.each([
    ['/app/node_modules/@typescript/typescript-linux-x64/lib/lib.es5.d.ts', 'language'],
    ['/app/node_modules/@typescript/old/lib/lib.es2015.core.d.ts', 'language'],
    ['/app/node_modules/typescript/lib/lib.d.ts', 'language'],
    ['bundled:///libs/lib.dom.d.ts', 'language'],
    ['C:\\app\\node_modules\\typescript\\lib\\lib.es5.d.ts', 'language'],
    ['/app/node_modules/@types/node/buffer.d.ts', 'language'],
    ['/app/node_modules/undici-types/fetch.d.ts', 'language'],
    ['/app/node_modules/zod/v4/core/core.d.ts', 'package'],
    ['/app/node_modules/.pnpm/zod@4/node_modules/zod/index.d.ts', 'package'],
    ['/app/src/lib/lib.users.ts', 'application'],
    ['/app/typescript/src/lib.d.ts', 'application'],
  ])("takes %s for the %s's", (file, origin) => {
    expect(originOfFile(file)).toBe(origin);
  });
});

describe('originOfFiles', () => {
  it('leaves to the language what others add to, and to the application what a package adds to', () => {
    expect(originOfFiles(['/app/src/a.ts', '/app/node_modules/typescript/lib/lib.es5.d.ts'])).toBe('language');
    expect(originOfFiles(['/app/node_modules/zod/a.d.ts', '/app/src/a.ts'])).toBe('application');
    expect(originOfFiles([])).toBe('package');
  });
});

describe('symbolKeyName', () => {
  it('finds the description of a key that is a symbol', () => {
    expect(symbolKeyName('__@$brand@12')).toBe('$brand');
    expect(symbolKeyName('__brand')).toBeUndefined();
  });
});

describe('isBrandAlias', () => {
  it('knows the brands of zod 4 and 3', () => {
    expect(['$brand', 'BRAND', 'Brand'].map(isBrandAlias)).toEqual([true, true, false]);
  });
});
