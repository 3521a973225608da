import { describe, expect, it } from '@jest/globals';
import { failureOf } from './testing/failure.js';
import { cells, isNative } from './testing/matrix.js';
import { Recording } from './testing/recording.js';
import { useStage } from './testing/stage.js';
import { until } from './testing/until.js';

describe.each(cells)('The end of $cell', (cell) => {
  const stage = useStage(cell);

  it('comes for the connection when the client closes', async () => {
    const { client, server } = await stage.open();
    await client.query('optional');
    expect(server.connectionCount).toBe(1);
    await client.close();
    await until(() => server.connectionCount === 0);
  });

  it('comes for a client that never connected', async () => {
    const { client, log } = await stage.open();
    await client.close();
    expect(log.contextCount).toBe(0);
  });

  it('waits for calls in flight when the client closes', async () => {
    const { client, log, server } = await stage.open();
    const answers = Promise.all([client.query('slow'), client.mutate('slowAdd', 1)]);
    await until(() => log.waitingCount === 2);
    const closed = client.close();
    log.finish();
    expect(await answers).toEqual(['finished', 'finished']);
    await closed;
    await until(() => server.connectionCount === 0);
  });

  it('comes for subscriptions when the client closes: reader and procedure', async () => {
    const { client, log } = await stage.open();
    const recording = new Recording();
    client.subscribe('live.ticks', undefined, recording.callbacks);
    await until(() => log.waitingCount === 1 && recording.log.length === 3);
    await client.close();
    await until(() => log.abortedCount === 1 && recording.isOver);
    expect(recording.log).toEqual(['started', 1, 2, 'complete']);
  });

  it('comes for procedures when the connection is cut', async () => {
    const { client, log, server } = await stage.open();
    const recording = new Recording();
    client.subscribe('live.ticks', undefined, recording.callbacks);
    await until(() => log.waitingCount === 1);
    server.cut();
    // In our own dialect the procedure goes on, for the client that comes back for its events.
    if (isNative(cell)) await until(() => log.contextCount === 2);
    else await until(() => log.abortedCount === 1);
    expect([log.abortedCount, recording.failure]).toEqual([isNative(cell) ? 0 : 1, undefined]);
  });

  it('comes for procedures when the server closes, and the client goes on with the next server', async () => {
    const scene = await stage.open();
    const { client, log, server } = scene;
    const recording = new Recording();
    client.subscribe('live.trackedEvents', undefined, recording.callbacks);
    await until(() => log.waitingCount === 1 && recording.events.length === 2);
    await server.close();
    await until(() => log.abortedCount === 1);
    await stage.serveAgain(scene);
    await until(() => recording.events.length === 4);
    expect(log.resumedAt).toEqual([undefined, '2']);
    expect(await client.query('optional')).toBe('nothing');
  });
});

describe.each(cells.filter(({ server }) => server === 'our server'))('The end of our server in $cell', (cell) => {
  const stage = useStage(cell);

  it('waits for calls in flight', async () => {
    const { client, log, server } = await stage.open();
    const answers = Promise.all([client.query('slow'), client.mutate('slowAdd', 1)]);
    await until(() => log.waitingCount === 2);
    const closed = server.close();
    log.finish();
    expect(await answers).toEqual(['finished', 'finished']);
    await closed;
  });
});

// A stock client connects anew for a call that comes after its end.
describe.each(cells.filter(({ client }) => client !== 'wsLink'))('The end of our client in $cell', (cell) => {
  const stage = useStage(cell);

  it('refuses what is called after it', async () => {
    const { client, log } = await stage.open();
    await client.query('optional');
    await client.close();
    await failureOf(client.mutate('add', 1));
    expect(log.added).toEqual([]);
  });
});
