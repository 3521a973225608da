import { describe, expect, it } from '@jest/globals';
import { DEPENDENCIES, DEV_DEPENDENCIES } from './dependencies.js';

describe('the dependencies of an API', () => {
  it('are ranges, and none is of both kinds', () => {
    for (const range of Object.values({ ...DEPENDENCIES, ...DEV_DEPENDENCIES })) expect(range).toMatch(/^\^\d/u);
    expect(Object.keys(DEPENDENCIES).filter((name) => Object.hasOwn(DEV_DEPENDENCIES, name))).toEqual([]);
  });
});
