import { describe, expect, it } from '@jest/globals';
import { extractSnippets } from './extract-snippets.js';

describe('extractSnippets', () => {
  it('gives each block of TypeScript with its line, and none of another language', () => {
    const page = 'Text.\n\n```ts\nconst one = 1;\n```\n\n```sh\nls\n```\n\n```tsx\nconst two = <p />;\n```\n';
    expect(extractSnippets(page)).toEqual([
      { text: 'const one = 1;\n', language: 'ts', line: 4 },
      { text: 'const two = <p />;\n', language: 'tsx', line: 12 },
    ]);
  });
});
