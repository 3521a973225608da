import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { replaceTables } from './document.js';
import { readResults, renderReport } from './update-document.js';

// The project's formatter aligns the columns of tables.
const withoutLayout = (text: string): string => text.replaceAll(/[ -]+/g, '');

const docs = new URL('../../../../docs/', import.meta.url);

describe('docs/performance.md', () => {
  it('shows the results that stand beside it', () => {
    const document = readFileSync(new URL('performance.md', docs), 'utf8');
    const results = readResults(new URL('performance.json', docs).pathname);
    // If this fails, run `npm run bench -- --write --only <a scenario>`, or take the change to the tables back.
    expect(withoutLayout(document)).toBe(withoutLayout(replaceTables(document, renderReport(results))));
  });
});
