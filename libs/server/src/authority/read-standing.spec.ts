import { describe, expect, it } from '@jest/globals';
import { readStanding } from './read-standing.js';

const context = { user: 'ada', until: 1000 };

describe('readStanding', () => {
  it('is nobody without end where the application says nothing', () => {
    expect(readStanding({ principal: undefined, expiresAt: undefined }, context)).toEqual({
      principal: null,
      expiresAt: null,
    });
  });

  it('asks the application about the context', () => {
    const policy = {
      principal: ({ user }: typeof context) => user,
      expiresAt: ({ until }: typeof context) => until,
    };
    expect(readStanding(policy, context)).toEqual({ principal: 'ada', expiresAt: 1000 });
  });

  it('takes an end that never comes for none', () => {
    const policy = { principal: () => null, expiresAt: () => Number.POSITIVE_INFINITY };
    expect(readStanding(policy, context)).toEqual({ principal: null, expiresAt: null });
  });

  it.each([
    [{ principal: () => '', expiresAt: undefined }, 'The option principal gave "";'],
    [{ principal: () => 7, expiresAt: undefined }, 'The option principal gave a value of type number;'],
    [{ principal: undefined, expiresAt: () => Number.NaN }, 'The option expiresAt gave a value of type number;'],
    [{ principal: undefined, expiresAt: () => new Date() }, 'The option expiresAt gave a value of type object;'],
  ])('refuses what makes no sense, and shows nothing of it', (policy, message) => {
    expect(() => readStanding(policy, context)).toThrow(message);
  });
});
