import { describe, expect, it } from '@jest/globals';
import { readShapes } from './read-shapes.js';

describe('readShapes', () => {
  it('gives each procedure its shape, by its path', () => {
    const packed = { '': ['count', 'aaaaaa'], 'admin.users': ['add list', 'bbbbbbcccccc'] } as const;
    expect(readShapes(packed)).toEqual({ count: 'aaaaaa', 'admin.users.add': 'bbbbbb', 'admin.users.list': 'cccccc' });
    expect(readShapes({})).toEqual({});
  });
});
