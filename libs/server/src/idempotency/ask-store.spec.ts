import { describe, expect, it } from '@jest/globals';
import { promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { askStore } from './ask-store.js';

function ask(action: () => string | Promise<string>): string[] {
  const log: string[] = [];
  askStore(action, { done: (answer) => void log.push(answer), failed: (thrown) => void log.push(String(thrown)) });
  return log;
}

describe('askStore', () => {
  it('goes on at once where the store answers at once, also with a failure', () => {
    expect(ask(() => 'now')).toEqual(['now']);
    const fail = (): string => {
      throw new Error('down');
    };
    expect(ask(fail)).toEqual(['Error: down']);
  });

  it('waits for a store that answers later', async () => {
    const log = ask(() => Promise.resolve('later'));
    const failed = ask(() => Promise.reject(new Error('down')));
    expect([...log, ...failed]).toEqual([]);
    await promisesRun();
    expect([...log, ...failed]).toEqual(['later', 'Error: down']);
  });
});
