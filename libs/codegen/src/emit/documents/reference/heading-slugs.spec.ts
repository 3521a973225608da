import { describe, expect, it } from '@jest/globals';
import { HeadingSlugs } from './heading-slugs.js';

describe('HeadingSlugs', () => {
  it.each([
    ['orders.byId', 'ordersbyid'],
    ['Top level', 'top-level'],
    ['`odd-names.class`', 'odd-namesclass'],
    ['Größe_1', 'größe_1'],
  ])('makes an anchor of "%s"', (heading, slug) => expect(new HeadingSlugs().slugOf(heading)).toBe(slug));

  it('counts headings of one anchor', () => {
    const slugs = new HeadingSlugs();
    expect(['a.b', 'ab', 'AB'].map((heading) => slugs.slugOf(heading))).toEqual(['ab', 'ab-1', 'ab-2']);
  });
});
