import { describe, expect, it } from '@jest/globals';
import { findMissingSpecs } from './missing-specs.js';

const check = (...files: readonly (readonly [path: string, text: string])[]): readonly string[] =>
  findMissingSpecs(files.map(([path, text]) => ({ path, text }))).map(({ file }) => file);

describe('findMissingSpecs', () => {
  it('names a source that runs and has no spec', () => {
    expect(check(['libs/a/src/outbox.ts', 'export const size = 1;'])).toEqual(['libs/a/src/outbox.ts']);
  });

  it('accepts a source with its spec beside it', () => {
    expect(check(['libs/a/src/outbox.ts', 'export const size = 1;'], ['libs/a/src/outbox.spec.ts', ''])).toEqual([]);
  });

  it('accepts types alone, and the list of public names', () => {
    const types = "import type { B } from './b.js';\nexport interface A { b: B }\nexport type { B } from './b.js';";
    expect(check(['libs/a/src/port.ts', types], ['libs/a/src/index.ts', "export { b } from './b.js';"])).toEqual([]);
  });

  it('leaves applications and tools alone', () => {
    expect(check(['apps/a/src/main.ts', 'run();'], ['tools/a/src/main.ts', 'run();'])).toEqual([]);
  });
});
