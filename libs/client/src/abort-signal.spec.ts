import { describe, expect, it } from '@jest/globals';
import { onAbort } from './abort-signal.js';

describe('onAbort', () => {
  it('runs the action when the signal is aborted, and not when it was cancelled before', () => {
    const controller = new AbortController();
    const log: string[] = [];
    onAbort(controller.signal, () => log.push('kept'));
    onAbort(controller.signal, () => log.push('cancelled'))();
    controller.abort();
    expect(log).toEqual(['kept']);
  });

  it('takes no signal for one that is never aborted', () => {
    expect(() => onAbort(undefined, () => undefined)()).not.toThrow();
  });
});
