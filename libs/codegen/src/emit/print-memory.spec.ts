import { describe, expect, it } from '@jest/globals';
import { PrintMemory } from './print-memory.js';

const part = { kind: 'query' };

describe('PrintMemory', () => {
  it('makes nothing twice of the same object in the same place', () => {
    const memory = new PrintMemory();
    let count = 0;
    const make = (): number => (count += 1);
    expect([memory.recall('a', part, make), memory.recall('a', part, make)]).toEqual([1, 1]);
    expect([memory.recall('b', part, make), memory.recall('a', { ...part }, make)]).toEqual([2, 3]);
    expect(memory.recall('a', part, make)).toBe(4);
  });

  it('forgets everything when what all depends on is another', () => {
    const memory = new PrintMemory();
    memory.keepFor('one');
    memory.recall('a', part, () => 1);
    memory.keepFor('one');
    expect(memory.recall('a', part, () => 2)).toBe(1);
    memory.keepFor('two');
    expect(memory.recall('a', part, () => 2)).toBe(2);
  });

  it('prints JSON behind whatever indentation is asked for', () => {
    const memory = new PrintMemory();
    const value = { a: { b: 1 } };
    expect(memory.jsonOf(value, '')).toBe(JSON.stringify(value, null, 2));
    expect(memory.jsonOf(value, '  ')).toBe('{\n    "a": {\n      "b": 1\n    }\n  }');
    expect(memory.jsonOf(value, '')).toBe(JSON.stringify(value, null, 2));
  });
});
