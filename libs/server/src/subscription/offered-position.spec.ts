import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { OfferedPosition } from './offered-position.js';

describe('OfferedPosition', () => {
  it.each<[string, unknown, unknown]>([
    ['an object', { room: 'a' }, { room: 'a', lastEventId: '7' }],
    ['an input that was left out', undefined, { lastEventId: '7' }],
    ['null', null, { lastEventId: '7' }],
    ['a lastEventId of the caller, which is older', { lastEventId: '1' }, { lastEventId: '7' }],
    ['an array', ['a'], ['a']],
    ['a string', 'a', 'a'],
  ])('finds its place in %s', (_name, input, expected) => {
    expect(new OfferedPosition(input, '7').input).toEqual(expected);
  });

  it('leaves the input that it was given alone', () => {
    const input = Object.freeze({ room: 'a' });
    expect(new OfferedPosition(input, '7').input).not.toBe(input);
  });

  it.each<[string, z.ZodType, boolean]>([
    ['names it', z.object({ room: z.string(), lastEventId: z.string().optional() }), true],
    ['moves it', z.looseObject({ room: z.string() }).transform(({ room, ...rest }) => ({ room, rest })), true],
    ['strips it', z.object({ room: z.string() }), false],
    ['refuses it', z.strictObject({ room: z.string() }), false],
  ])('knows whether a schema that %s took it', (_name, schema, expected) => {
    const offered = new OfferedPosition({ room: 'a' }, '7');
    schema.safeParse(offered.input);
    expect(offered.wasTaken).toBe(expected);
  });

  it('counts as taken when it reaches the resolver, though no parser read it', () => {
    const offered = new OfferedPosition({ room: 'a' }, '7');
    offered.reached(z.unknown().parse(offered.input));
    expect(offered.wasTaken).toBe(true);
  });

  it('does not count as taken when something else reaches the resolver', () => {
    const offered = new OfferedPosition('room', '7');
    offered.reached('room');
    offered.reached(undefined);
    expect(offered.wasTaken).toBe(false);
  });
});
