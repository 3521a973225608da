import type { Hook } from './observation-options.js';

/** Tells a hook, and hands over what it throws or rejects with. Never throws itself. */
export function runHook<Notice>(hook: Hook<Notice>, notice: Notice, onFailure: (thrown: unknown) => void): void {
  try {
    const returned = hook(notice);
    if (isThenable(returned)) Promise.resolve(returned).catch(onFailure);
  } catch (thrown) {
    onFailure(thrown);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
