import { describe, expect, it } from '@jest/globals';
import { findMissingCodes } from './find-missing-codes.js';

const vocabularies = [{ file: 'codes.ts', words: ['SERVER_SILENT', '4103', 'trimmed'] }];

describe('findMissingCodes', () => {
  it('finds nothing where every word stands in a table', () => {
    expect(findMissingCodes('| `SERVER_SILENT`, `4103` |\n| `trimmed` |', vocabularies)).toEqual([]);
  });

  it('finds a word that stands in no table', () => {
    const [finding, ...others] = findMissingCodes('`trimmed`\n| `SERVER_SILENT`, `4103` |', vocabularies);
    expect(finding).toMatchObject({ file: 'codes.ts', problem: expect.stringContaining('trimmed') });
    expect(others).toEqual([]);
  });

  it('finds a code that nobody knows, with its line', () => {
    const document = '| `SERVER_SILENT`, `4103`, `trimmed` |\n\nAlso `SERVER_LOUD` and `4999`.';
    expect(findMissingCodes(document, vocabularies).map(({ line, problem }) => [line, problem])).toEqual([
      [3, 'names SERVER_LOUD, which the code does not know.'],
      [3, 'names 4999, which the code does not know.'],
    ]);
  });
});
