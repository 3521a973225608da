import { describe, expect, it } from '@jest/globals';
import { printGeneratedList, readGeneratedList } from './generated-list.js';

describe('the list of generated files', () => {
  it('names every file but those that belong to their owner, itself included', () => {
    const list = printGeneratedList([
      { path: 'src/types.ts', text: '' },
      { path: 'package.json', text: '', onlyIfMissing: true },
      { path: 'contract.json', text: '' },
    ]);
    expect(list.path).toBe('generated.json');
    expect(readGeneratedList(list.text)).toEqual(['contract.json', 'generated.json', 'src/types.ts']);
  });

  it.each(['', '[]', 'null', '{}', '{"files":"src"}', '<<<<<<< HEAD'])('names nothing where it is %s', (text) => {
    expect(readGeneratedList(text)).toEqual([]);
  });

  it('never leads out of its folder', () => {
    const files = ['../a', 'src/../../a', '/etc/passwd', 'C:\\a', 'src\\a', './a', '', 'src//a', 7, 'src/a..b.ts'];
    expect(readGeneratedList(JSON.stringify({ files }))).toEqual(['src/a..b.ts']);
  });
});
