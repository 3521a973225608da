import { describe, expect, it } from '@jest/globals';
import { cells } from './testing/matrix.js';
import { Recording } from './testing/recording.js';
import { useStage } from './testing/stage.js';
import { until } from './testing/until.js';

describe.each(cells)('Subscriptions of $cell', (cell) => {
  const stage = useStage(cell);
  const isTransformed = cell.transformation === 'superjson';

  async function record(path: string, input?: unknown) {
    const scene = await stage.open();
    const recording = new Recording();
    return { ...scene, recording, subscription: scene.client.subscribe(path, input, recording.callbacks) };
  }

  it.each(['live', 'late'])('reads a generator to its end (%s)', async (room) => {
    const { recording } = await record(`${room}.count`, { to: 200 });
    await until(() => recording.isOver);
    const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
    expect(recording.log).toEqual(['started', ...numbers, 'complete']);
  });

  it.each(['live', 'late'])('reads an observable to its end (%s)', async (room) => {
    const { recording } = await record(`${room}.observed`);
    await until(() => recording.isOver);
    expect(recording.log).toEqual(['started', 1, 2, 'complete']);
  });

  it('starts and completes one that has no event', async () => {
    const { recording } = await record('live.empty');
    await until(() => recording.isOver);
    expect(recording.log).toEqual(['started', 'complete']);
  });

  it('applies the transformer to events', async () => {
    const { recording } = await record('live.dates');
    await until(() => recording.isOver);
    expect(recording.log[1]).toEqual({ at: isTransformed ? new Date(7) : new Date(7).toISOString() });
  });

  it('gives tracked events with their ids', async () => {
    const { recording, log } = await record('live.trackedEvents', { room: 'a' });
    await until(() => recording.log.length === 3);
    expect(recording.log.slice(1)).toEqual([
      { id: '1', data: { number: 1 } },
      { id: '2', data: { number: 2 } },
    ]);
    expect(log.resumedAt).toEqual([undefined]);
  });

  it.each(['failingAtOnce', 'refusing'])(
    'fails before any event, with the code and message of the procedure (%s)',
    async (path) => {
      const { recording } = await record(`live.${path}`);
      await until(() => recording.isOver);
      expect(recording.log.filter((entry) => entry !== 'started')).toEqual(['error']);
      expect(recording.failure).toMatchObject(
        path === 'refusing'
          ? { code: 'PRECONDITION_FAILED', message: 'Closed today.' }
          : { code: 'FORBIDDEN', message: 'Not for you.' },
      );
    },
  );

  it.each(['failingLater', 'observedFailing'])('fails after its events (%s)', async (path) => {
    const { recording } = await record(`live.${path}`);
    await until(() => recording.isOver);
    expect(recording.log).toEqual(['started', 1, 'error']);
    expect(recording.failure).toMatchObject({ code: 'CONFLICT', message: 'The shelf fell.' });
  });

  it('fails for an input that the schema refuses, and for a path that leads nowhere', async () => {
    const { recording, client } = await record('live.typed', { room: 7 });
    await until(() => recording.isOver);
    expect(recording.failure).toMatchObject({ code: 'BAD_REQUEST', data: { isInput: true } });
    const lost = new Recording();
    client.subscribe('live.missing', undefined, lost.callbacks);
    await until(() => lost.isOver);
    expect(lost.failure).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('fails for a procedure that is no subscription', async () => {
    const { recording } = await record('optional');
    await until(() => recording.isOver);
    expect(recording.log).toEqual(['error']);
    expect(recording.failure?.code).toMatch(/^(METHOD_NOT_SUPPORTED|NOT_FOUND|BAD_REQUEST)$/);
  });

  it.each(['ticks', 'observedTicks'])('stops the procedure when the reader leaves (%s)', async (path) => {
    const { recording, log, subscription, client } = await record(`live.${path}`);
    await until(() => log.waitingCount === 1 && recording.log.length === 3);
    subscription.unsubscribe();
    await until(() => log.abortedCount === 1);
    expect(recording.log.slice(0, 3)).toEqual(['started', 1, 2]);
    expect(await client.query('optional')).toBe('nothing');
  });

  it('keeps subscriptions of one connection apart', async () => {
    const { recording, client, log } = await record('live.count', { to: 3 });
    const other = new Recording();
    client.subscribe('live.typed', { room: 'a' }, other.callbacks);
    await until(() => recording.isOver && other.isOver);
    expect([recording.log, other.log]).toEqual([
      ['started', 1, 2, 3, 'complete'],
      ['started', 'a', 'complete'],
    ]);
    expect(log.contextCount).toBe(1);
  });

  it('answers calls while a subscription runs', async () => {
    const { recording, client } = await record('live.ticks');
    await until(() => recording.log.length === 3);
    expect(await client.query('greet', { name: 'Ada' })).toBe('Hello Ada');
    expect(await client.mutate('add', 1)).toBe(1);
    expect(recording.log).toHaveLength(3);
  });
});
