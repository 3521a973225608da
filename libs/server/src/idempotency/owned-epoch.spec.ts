import { describe, expect, it } from '@jest/globals';
import { readEpoch, writeEpoch } from './owned-epoch.js';

describe('An epoch that travels', () => {
  it('comes back to the owner to whom it was told', () => {
    const epoch = writeEpoch('life.1a', 'p:ada') ?? '';
    expect(readEpoch(epoch, 'p:ada')).toBe('life.1a');
    expect(epoch.length).toBeLessThanOrEqual(128);
  });

  it('is none for anybody else, and where there is none', () => {
    expect(readEpoch(writeEpoch('life.1a', 'p:ada') ?? '', 'p:bob')).toBeNull();
    expect(readEpoch(null, 'p:ada')).toBeNull();
    expect(readEpoch('life.1a', 'p:ada')).toBeNull();
    expect(writeEpoch(null, 'p:ada')).toBeUndefined();
  });
});
