import { describe, expect, it } from '@jest/globals';
import { LostEvents } from './lost-events.js';

describe('LostEvents', () => {
  it('is told from every event of the same form', () => {
    expect(new LostEvents(3).count).toBe(3);
    expect({ count: 3 }).not.toBeInstanceOf(LostEvents);
  });
});
