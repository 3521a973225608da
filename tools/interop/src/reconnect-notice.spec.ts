import { describe, expect, it } from '@jest/globals';
import { cells } from './testing/matrix.js';
import { Recording } from './testing/recording.js';
import { useStage } from './testing/stage.js';
import { until } from './testing/until.js';

// Only tRPC's server has this notice, and its own link follows it without a loss only in its newest versions.
const notified = cells.filter(({ server, client }) => server === 'applyWSSHandler' && client !== 'wsLink');

describe.each(notified)('A notice to reconnect to $cell', (cell) => {
  const stage = useStage(cell);

  it('brings a new connection, and the old one ends', async () => {
    const { client, server, log } = await stage.open({ lazy: false });
    expect(await client.query('optional')).toBe('nothing');
    server.notifyOfReconnect();
    await until(() => log.contextCount === 2 && server.connectionCount === 1);
    expect(await client.query('optional')).toBe('nothing');
  });

  it('lets calls in flight finish where they run', async () => {
    const { client, server, log } = await stage.open();
    const slow = [client.mutate('slowAdd', 1), client.query('slow')];
    await until(() => log.waitingCount === 2);
    server.notifyOfReconnect();
    const later = client.query('greet', { name: 'Ada' });
    log.finish();
    expect(await Promise.all([...slow, later])).toEqual(['finished', 'finished', 'Hello Ada']);
    expect(log.added).toEqual([1]);
    expect(log.waitingCount).toBe(2);
  });

  it('moves a tracked subscription without loss and without an event twice', async () => {
    const { client, server, log } = await stage.open();
    const recording = new Recording();
    client.subscribe('live.trackedEvents', undefined, recording.callbacks);
    await until(() => recording.events.length === 2);
    server.notifyOfReconnect();
    await until(() => recording.events.length === 4 && log.abortedCount === 1);
    expect(recording.events).toEqual([1, 2, 3, 4].map((number) => ({ id: String(number), data: { number } })));
    expect(log.resumedAt).toEqual([undefined, '2']);
  });
});
