import { describe, expect, it } from '@jest/globals';
import { observable } from '@trpc/server/observable';
import { isStream } from './is-stream.js';

describe('isStream', () => {
  it('knows generators and observables', () => {
    async function* generate() {
      yield 1;
    }
    expect(isStream(generate())).toBe(true);
    expect(isStream(observable(() => () => undefined))).toBe(true);
  });

  it.each([undefined, null, 1, 'text', [], {}, { subscribe: true }])('takes %p for a value', (output) => {
    expect(isStream(output)).toBe(false);
  });
});
