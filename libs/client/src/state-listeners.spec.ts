import { expect, it } from '@jest/globals';
import { StateListeners } from './state-listeners.js';

it('tells every listener, the same one twice where it was added twice, until each is ended', () => {
  const log: string[] = [];
  const listeners = new StateListeners((thrown) => log.push(`threw ${String(thrown)}`));
  const listen = (state: { name: string }): void => void log.push(state.name);
  const end = listeners.add(listen);
  listeners.add(listen);
  listeners.add(() => {
    throw new Error('mine');
  });
  listeners.tell({ name: 'idle' });
  end();
  listeners.tell({ name: 'closed' });
  expect(log).toEqual(['idle', 'idle', 'threw Error: mine', 'closed', 'threw Error: mine']);
});
