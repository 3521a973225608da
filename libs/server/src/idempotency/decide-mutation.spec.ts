import { describe, expect, it } from '@jest/globals';
import { decideMutation, type MutationDecision } from './decide-mutation.js';
import type { MutationPolicy } from './mutation-policy.js';

const sent = { epoch: null };

describe('decideMutation', () => {
  it.each<[MutationPolicy, { key?: string; sent?: typeof sent }, MutationDecision]>([
    [{}, { key: 'k' }, 'keyed'],
    [{}, { key: 'k', sent }, 'keyed'],
    [{}, {}, 'plain'],
    [{}, { sent }, 'unknown'],
    [{ mayRunAgain: true }, { sent }, 'plain'],
    [{ key: 'required' }, { key: 'k' }, 'keyed'],
    [{ key: 'required' }, {}, 'keyless'],
    [{ key: 'required', mayRunAgain: true }, { sent }, 'keyless'],
    [{ key: 'off' }, { key: 'k' }, 'plain'],
    [{ key: 'off' }, { key: 'k', sent }, 'unknown'],
    [{ key: 'off', mayRunAgain: true }, { key: 'k', sent }, 'plain'],
  ])('with the policy %j makes of %j: %s', (policy, call, decision) => {
    expect(decideMutation(policy, { key: undefined, sent: undefined, ...call })).toBe(decision);
  });
});
