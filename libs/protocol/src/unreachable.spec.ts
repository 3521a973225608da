import { describe, expect, it } from '@jest/globals';
import { unreachable } from './unreachable.js';

describe('unreachable', () => {
  it('throws and shows the value that nobody thought of', () => {
    expect(() => unreachable({ type: 'new' } as never)).toThrow('Unreachable: {"type":"new"}');
  });
});
