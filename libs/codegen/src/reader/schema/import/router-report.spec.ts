import { describe, expect, it } from '@jest/globals';
import { isRouterReport } from './router-report.js';

describe('isRouterReport', () => {
  it('tells reports from what an application sends', () => {
    expect(isRouterReport({ trunkline: 'reading', json: '{}' })).toBe(true);
    expect(isRouterReport({ trunkline: 'failure', message: 'No.' })).toBe(true);
    expect(
      ['ready', null, {}, { trunkline: 'reading' }, { trunkline: 'failure', message: 1 }].some(isRouterReport),
    ).toBe(false);
  });
});
