import { describe, expect, it } from '@jest/globals';
import { isPreparedReport, isRouterReport } from './router-report.js';

describe('isRouterReport', () => {
  it('tells reports from what an application sends', () => {
    expect(isRouterReport({ trunkline: 'reading', procedures: [] })).toBe(true);
    expect(isRouterReport({ trunkline: 'failure', message: 'No.' })).toBe(true);
    expect(
      ['ready', null, {}, { trunkline: 'reading' }, { trunkline: 'failure', message: 1 }].some(isRouterReport),
    ).toBe(false);
  });
});

describe('isPreparedReport', () => {
  it('tells them from other messages', () => {
    expect(isPreparedReport({ trunkline: 'prepared' })).toBe(true);
    expect([{ trunkline: 'reading', procedures: [] }, 'prepared', null].some(isPreparedReport)).toBe(false);
  });
});
