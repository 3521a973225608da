import { describe, expect, it } from '@jest/globals';
import { findOutcome } from './find-outcome.js';

const question = { path: 'orders.add', context: { user: 1 }, key: 'k', input: { total: 3 } };

describe('findOutcome', () => {
  it('hands over context, key and input, and gives what was found', async () => {
    const seen: unknown[] = [];
    const recover = (...given: unknown[]) => {
      seen.push(...given);
      return { output: undefined };
    };
    expect(await findOutcome({ recover }, question)).toEqual({ output: undefined });
    expect(seen).toEqual([question.context, 'k', question.input]);
  });

  it('knows undefined for what did not run', async () => {
    expect(await findOutcome({ recover: () => Promise.resolve(undefined) }, question)).toBeUndefined();
  });

  it.each([null, 7, 'done', { result: 1 }])('takes %p for a mistake', async (found) => {
    const recover = () => found as never;
    await expect(findOutcome({ recover }, question)).rejects.toThrow('recover of "orders.add" answers with { output }');
  });
});
