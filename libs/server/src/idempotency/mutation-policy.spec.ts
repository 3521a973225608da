import { describe, expect, it } from '@jest/globals';
import { DEFAULT_MUTATION_POLICY, validateMutationPolicy } from './mutation-policy.js';

describe('validateMutationPolicy', () => {
  it.each([
    DEFAULT_MUTATION_POLICY,
    { key: 'required', mayRunAgain: true, keepMs: 1, leaseMs: 1, recover: () => undefined },
    { key: 'off' },
  ] as const)('takes %p', (policy) => {
    expect(validateMutationPolicy('orders.add', policy)).toBe(policy);
  });

  it.each([
    [1, ' is a value of type number; it must be an object.'],
    [{ key: 'always' }, ".key is always; it must be 'required', 'optional' or 'off'."],
    [{ mayRunAgain: 1 }, '.mayRunAgain is 1; it must be true or false.'],
    [{ recover: 'x' }, '.recover is x; it must be a function.'],
    [{ keepMs: 0 }, '.keepMs is 0; it must be a whole number of 1 or more.'],
    [{ leaseMs: 0.5 }, '.leaseMs is 0.5; it must be a whole number of 1 or more.'],
  ])('refuses %p', (policy, message) => {
    const whole = `The meta of the procedure "orders.add": trunkline.mutation${message}`;
    expect(() => validateMutationPolicy('orders.add', policy)).toThrow(whole);
  });
});
