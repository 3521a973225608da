import { describe, expect, it } from '@jest/globals';
import { ConflatedEvent } from './conflated-event.js';

describe('ConflatedEvent', () => {
  it('holds the newest event and how many it stands for besides', () => {
    expect(new ConflatedEvent('newest', 3)).toMatchObject({ event: 'newest', count: 3 });
  });
});
