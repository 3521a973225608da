import { describe, expect, it } from '@jest/globals';
import { parseRouterAddress } from './router-address.js';

describe('parseRouterAddress', () => {
  it('tells the file from the export', () => {
    expect(parseRouterAddress('src/#1/router.ts#appRouter')).toEqual({
      routerPath: 'src/#1/router.ts',
      exportName: 'appRouter',
    });
  });

  it.each([
    ['src/router.ts', 'lacks the name of the export'],
    ['src/router.ts#', 'lacks the name of the export'],
    ['#appRouter', 'lacks the file'],
  ])('refuses %s', (address, message) => {
    expect(() => parseRouterAddress(address)).toThrow(message);
  });
});
