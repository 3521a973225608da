import { describe, expect, it } from '@jest/globals';
import { ChangeHub } from './change-hub.js';

describe('ChangeHub', () => {
  it('wakes a watch that waits', async () => {
    const hub = new ChangeHub();
    const changed = hub.watch('alerts', undefined).changed();
    hub.announce('alerts');
    await expect(changed).resolves.toBe(true);
  });

  it('remembers one change for a watch that is busy, however many there were', async () => {
    const hub = new ChangeHub();
    const watch = hub.watch('alerts', undefined);
    for (let count = 0; count < 1_000; count++) hub.announce('alerts');
    await expect(watch.changed()).resolves.toBe(true);

    const next = watch.changed();
    watch.close();
    await expect(next).resolves.toBe(false);
  });

  it('wakes only those who watch the topic', async () => {
    const hub = new ChangeHub();
    const controller = new AbortController();
    const changed = hub.watch('samples a', controller.signal).changed();
    hub.announce('samples b');
    controller.abort();
    await expect(changed).resolves.toBe(false);
  });

  it('forgets a watch when its signal aborts', () => {
    const hub = new ChangeHub();
    const controller = new AbortController();
    hub.watch('hosts', controller.signal);
    hub.watch('hosts', undefined);
    expect(hub.watchCount).toBe(2);
    controller.abort();
    expect(hub.watchCount).toBe(1);
  });

  it('gives a closed watch to a signal that has aborted before', async () => {
    const hub = new ChangeHub();
    const watch = hub.watch('hosts', AbortSignal.abort());
    expect(hub.watchCount).toBe(0);
    await expect(watch.changed()).resolves.toBe(false);
  });
});
