import { describe, expect, it } from '@jest/globals';
import { readShapes } from './read-shapes.js';

describe('readShapes', () => {
  it('gives each procedure its shape, by its path', () => {
    const packed = { '': ['count', 'aaaaa'], 'admin.users': ['add list', 'bbbbbccccc'] } as const;
    expect(readShapes(packed)).toEqual({ count: 'aaaaa', 'admin.users.add': 'bbbbb', 'admin.users.list': 'ccccc' });
    expect(readShapes({})).toEqual({});
  });
});
