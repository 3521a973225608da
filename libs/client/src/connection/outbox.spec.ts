import { describe, expect, it } from '@jest/globals';
import { Outbox } from './outbox.js';

describe('Outbox', () => {
  const sent: (readonly string[])[] = [];
  const socket = {
    send: (texts: readonly string[]) => void sent.push(texts),
    close: () => undefined,
    abandon: () => undefined,
  };

  it('sends what one turn puts in together, in order, before anything but microtasks', async () => {
    const outbox = new Outbox(socket);
    outbox.put('a');
    outbox.put('b');
    expect(sent).toEqual([]);
    await Promise.resolve();
    outbox.put('c');
    await Promise.resolve();
    expect(sent.splice(0)).toEqual([['a', 'b'], ['c']]);
  });

  it('sends at once when told to, and not twice', async () => {
    const outbox = new Outbox(socket);
    outbox.put('a');
    outbox.flush();
    await Promise.resolve();
    expect(sent.splice(0)).toEqual([['a']]);
  });
});
