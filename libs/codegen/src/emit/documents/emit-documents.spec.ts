import { describe, expect, it } from '@jest/globals';
import { sampleContract } from '../../testing/sample-contract.js';
import { emitDocuments } from './emit-documents.js';

describe('emitDocuments', () => {
  it('makes every document, each ending in one newline', () => {
    const files = emitDocuments(sampleContract, { title: 'Shop', version: '1.0.0' });
    expect(files.map(({ path }) => path)).toEqual([
      'docs/openrpc.json',
      'docs/asyncapi.json',
      'docs/schemas/bundle.json',
      'docs/reference.md',
    ]);
    for (const { text } of files) expect(text).toMatch(/[^\n]\n$/);
  });
});
