import { describe, expect, it } from '@jest/globals';
import { promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { runHook } from './run-hook.js';

async function failuresOf(hook: (notice: number) => unknown): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  runHook(hook, 7, (thrown) => failures.push(thrown));
  await promisesRun();
  return failures;
}

describe('runHook', () => {
  it('hands over the notice', async () => {
    const notices: number[] = [];
    expect(await failuresOf((notice) => notices.push(notice))).toEqual([]);
    expect(notices).toEqual([7]);
  });

  it('reports what a hook throws', async () => {
    const hook = (): never => {
      // oxlint-disable-next-line typescript/only-throw-error -- Hooks may throw anything.
      throw 'thrown';
    };
    expect(await failuresOf(hook)).toEqual(['thrown']);
  });

  it('reports what a hook rejects with', async () => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- Hooks may reject with anything.
    expect(await failuresOf(() => Promise.reject('rejected'))).toEqual(['rejected']);
    expect(await failuresOf(() => Promise.resolve('fine'))).toEqual([]);
  });

  it('reports a promise that throws when it is asked', async () => {
    const broken = {
      // oxlint-disable-next-line unicorn/no-thenable -- What a hook returns may be anything.
      get then(): never {
        // oxlint-disable-next-line typescript/only-throw-error -- Hooks may throw anything.
        throw 'in then';
      },
    };
    expect(await failuresOf(() => broken)).toEqual(['in then']);
  });
});
