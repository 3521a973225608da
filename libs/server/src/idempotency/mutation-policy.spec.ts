import { describe, expect, it } from '@jest/globals';
import { assertMutationPolicy, DEFAULT_MUTATION_POLICY } from './mutation-policy.js';

describe('assertMutationPolicy', () => {
  it.each([
    DEFAULT_MUTATION_POLICY,
    { key: 'required', mayRunAgain: true, keepMs: 1, leaseMs: 1, recover: () => undefined },
    { key: 'off' },
  ] as const)('takes %p', (policy) => {
    expect(() => assertMutationPolicy('orders.add', policy)).not.toThrow();
  });

  it.each([
    [{ key: 'always' }, "key in the meta of \"orders.add\" is always; it must be 'required', 'optional' or 'off'."],
    [{ mayRunAgain: 1 }, 'mayRunAgain in the meta of "orders.add" is 1; it must be true or false.'],
    [{ recover: 'x' }, 'recover in the meta of "orders.add" is x; it must be a function.'],
    [{ keepMs: 0 }, 'keepMs in the meta of "orders.add" is 0; it must be a whole number of 1 or more.'],
    [{ leaseMs: 0.5 }, 'leaseMs in the meta of "orders.add" is 0.5; it must be a whole number of 1 or more.'],
  ])('refuses %p', (policy, message) => {
    expect(() => assertMutationPolicy('orders.add', policy as never)).toThrow(
      `The option trunkline.mutation.${message}`,
    );
  });
});
