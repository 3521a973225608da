import { describe, expect, it } from '@jest/globals';
import { hostStanding } from './host-standing.js';

describe('hostStanding', () => {
  it('says whether a host reports', () => {
    expect(hostStanding({ status: 'live' }, true)).toMatchObject({ tone: 'good', isCurrent: true });
    expect(hostStanding({ status: 'silent' }, true)).toMatchObject({ tone: 'bad', isCurrent: false });
  });

  it('claims nothing while the connection is away', () => {
    expect(hostStanding({ status: 'live' }, false)).toMatchObject({ tone: 'unknown', isCurrent: false });
  });
});
