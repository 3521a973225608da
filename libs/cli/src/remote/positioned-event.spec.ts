import { describe, expect, it } from '@jest/globals';
import { CURSOR_MEMBER } from './adapt-frame.js';
import { positionedEvent, readCarried } from './positioned-event.js';

describe('positionedEvent', () => {
  it('gives the number and the id of what carries a cursor', () => {
    const run = 'AAAAAAAAAAAAAAAA';
    expect(positionedEvent({ [CURSOR_MEMBER]: `${run}.2~a7`, data: 1 })).toEqual({ seq: 2, id: 'a7', data: 1 });
    expect(positionedEvent({ [CURSOR_MEMBER]: `${run}.2`, data: 1 })).toEqual({ seq: 2, data: 1 });
    expect(positionedEvent({ [CURSOR_MEMBER]: '?', data: 1 })).toEqual({ data: 1 });
  });

  it('gives what carries none as it is', () => {
    expect(positionedEvent({ a: 1 })).toEqual({ data: { a: 1 } });
    expect(readCarried('text')).toBeUndefined();
  });
});
