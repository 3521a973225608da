import { describe, expect, it } from '@jest/globals';
import { sampleContract } from '../../../testing/sample-contract.js';
import { emitReference } from './emit-reference.js';
import { HeadingSlugs } from './heading-slugs.js';

const options = { title: 'Shop', version: '1.2.3', description: 'Sells tea.' };
const { text } = emitReference(sampleContract, options);

// The blocks of code hold comments and types, which are no Markdown.
const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '');

describe('emitReference', () => {
  it('has a heading for each procedure and type', () => {
    for (const path of Object.keys(sampleContract.procedures)) expect(text).toContain(`\n### \`${path}\`\n`);
    expect(text).toContain('\n### `AcmeCustomerName`\n');
    expect(text.startsWith('# Shop 1.2.3\n\nSells tea.\n\n## Contents\n')).toBe(true);
  });

  it('links only to headings that are there', () => {
    const slugs = new HeadingSlugs();
    const headings = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slugs.slugOf(heading));
    const links = [...prose.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((anchor) => anchor === undefined || !headings.includes(anchor))).toEqual([]);
  });

  it('says in the contents what a procedure is', () => {
    expect(text).toContain('  - [`orders.byId`](#ordersbyid) – query: One order.\n');
    expect(text).toContain('  - [`orders.clear`](#ordersclear) – mutation, deprecated\n');
  });

  it('is the same whatever order the contract was read in', () => {
    const types = Object.fromEntries(Object.entries(sampleContract.types).toReversed());
    const procedures = Object.fromEntries(Object.entries(sampleContract.procedures).toReversed());
    expect(emitReference({ ...sampleContract, types, procedures }, options).text).toBe(text);
  });

  it('has no chapter on types where there are none', () => {
    expect(emitReference({ ...sampleContract, types: {}, procedures: {} }, options).text).not.toContain('## Types');
  });
});
