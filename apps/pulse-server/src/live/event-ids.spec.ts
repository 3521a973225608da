import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { EventIds } from './event-ids.js';

describe('EventIds', () => {
  const eventIds = new EventIds('a1b2');

  it('reads back every position it has written', () => {
    fc.assert(
      fc.property(fc.nat(), (position) => {
        expect(eventIds.read(eventIds.write(position), position)).toBe(position);
      }),
    );
  });

  it('does not read the id of another database, nor one ahead of the log', () => {
    expect(eventIds.read(new EventIds('ffff').write(3), 10)).toBeNull();
    expect(eventIds.read('a1b2.11', 10)).toBeNull();
  });

  it('reads nothing from what it has not written', () => {
    for (const id of [undefined, null, '', 'a1b2', 'a1b2.', 'a1b2.-1', 'a1b2.1e3', 'a1b2.1.2', ' a1b2.1']) {
      expect(eventIds.read(id, 1_000)).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (text) => text.startsWith('a1b2.') || eventIds.read(text, 1_000) === null));
  });
});
