import { describe, expect, it } from '@jest/globals';
import { failureOf } from './testing/failure.js';
import { type Cell, cells, isNative } from './testing/matrix.js';
import { Recording } from './testing/recording.js';
import { type Scene, type Stage, useStage } from './testing/stage.js';
import { until } from './testing/until.js';

async function restart(stage: Stage, scene: Scene): Promise<Scene> {
  await scene.server.stop();
  return { ...scene, server: await stage.serveAgain(scene) };
}

async function takeAway({ server, client }: Scene): Promise<void> {
  await server.stop();
  await until(() => !client.isConnected());
}

// A stock client fails a call that finds its connection lost, and connects for the next one.
async function untilAnswered({ client }: Scene): Promise<void> {
  for (let attempt = 1; attempt <= 100; attempt += 1) {
    const isAnswered = await client.query('optional').then(
      () => true,
      () => false,
    );
    if (isAnswered) return;
  }
  throw new Error('None of 100 calls was answered.');
}

const losses = [
  {
    loss: 'a connection that is cut',
    lose: async (_stage: Stage, { server }: Scene): Promise<unknown> => server.cut(),
  },
  { loss: 'a server that starts again at the same port', lose: restart },
];

// In our own dialect what a connection served outlives it, but not its server.
function losing(cell: Cell): typeof losses {
  return isNative(cell) ? losses.slice(1) : losses;
}

describe.each(cells)('After a loss, $cell', (cell) => {
  const stage = useStage(cell);

  async function follow(path: string, input?: unknown) {
    const scene = await stage.open();
    const recording = new Recording();
    const subscription = scene.client.subscribe(path, input, recording.callbacks);
    await until(() => scene.log.waitingCount === 1 && recording.events.length > 0);
    return { scene, recording, subscription };
  }

  it.each(losing(cell))('goes on after the last tracked id ($loss)', async ({ lose }) => {
    const { scene, recording } = await follow('live.trackedEvents', { room: 'a' });
    await until(() => recording.events.length === 2);
    await lose(stage, scene);
    await until(() => recording.events.length === 4);
    expect(recording.events).toEqual([1, 2, 3, 4].map((number) => ({ id: String(number), data: { number } })));
    expect(scene.log.resumedAt).toEqual([undefined, '2']);
    expect(recording.startedCount).toBe(2);
  });

  it('goes on after the last tracked id each time', async () => {
    const { recording, ...followed } = await follow('live.trackedEvents');
    let { scene } = followed;
    for (const count of [4, 6, 8]) {
      if (isNative(cell)) scene = await restart(stage, scene);
      else scene.server.cut();
      await until(() => recording.events.length === count);
    }
    expect(scene.log.resumedAt).toEqual([undefined, '2', '4', '6']);
  });

  it.each(losing(cell))('begins an untracked subscription anew ($loss)', async ({ lose }) => {
    const { scene, recording } = await follow('live.ticks');
    await until(() => recording.events.length === 2);
    await lose(stage, scene);
    await until(() => recording.events.filter((event) => event === 2).length === 2);
    expect(recording.events.filter((event) => typeof event === 'number')).toEqual([1, 2, 1, 2]);
    expect(recording.isOver).toBe(false);
  });

  it.each(losing(cell))('fails a mutation in flight, and never runs it twice ($loss)', async ({ lose }) => {
    const scene = await stage.open();
    const failure = failureOf(scene.client.mutate('slowAdd', 1));
    await until(() => scene.log.waitingCount === 1);
    await lose(stage, scene);
    const { message } = await failure;
    expect(message).not.toBe('');
    expect(await scene.client.query('optional')).toBe('nothing');
    expect(scene.log.added).toEqual([1]);
  });

  it('sends what is called while the server is away when it is back', async () => {
    const scene = await stage.open();
    expect(await scene.client.query('optional')).toBe('nothing');
    await takeAway(scene);
    const answers = Promise.all([scene.client.query('greet', { name: 'Ada' }), scene.client.mutate('add', 4)]);
    await stage.serveAgain(scene);
    expect(await answers).toEqual(['Hello Ada', 1]);
    expect(scene.log.added).toEqual([4]);
  });

  it('subscribes to what was asked for while the server was away', async () => {
    const scene = await stage.open();
    await scene.client.query('optional');
    await takeAway(scene);
    const recording = new Recording();
    scene.client.subscribe('live.count', { to: 2 }, recording.callbacks);
    await stage.serveAgain(scene);
    await until(() => recording.isOver);
    expect(recording.log).toEqual(['started', 1, 2, 'complete']);
  });

  it('forgets a subscription that was left while the server was away', async () => {
    const { scene, subscription, recording } = await follow('live.trackedEvents');
    await takeAway(scene);
    subscription.unsubscribe();
    await stage.serveAgain(scene);
    await untilAnswered(scene);
    expect(scene.log.resumedAt).toEqual([undefined]);
    expect(recording.failure).toBeUndefined();
  });

  it('does not begin a subscription again that was over', async () => {
    const scene = await stage.open();
    const recording = new Recording();
    scene.client.subscribe('live.count', { to: 2 }, recording.callbacks);
    await until(() => recording.isOver);
    scene.server.cut();
    await untilAnswered(scene);
    expect(recording.log).toEqual(['started', 1, 2, 'complete']);
  });
});

describe.each(cells.filter(isNative))('After a connection that is cut, $cell', (cell) => {
  const stage = useStage(cell);

  it('hears of the same run of a procedure, whatever it gives', async () => {
    const { client, server, log } = await stage.open();
    const recordings = ['live.ticks', 'live.mixed', 'live.withoutInput'].map((path) => {
      const recording = new Recording();
      client.subscribe(path, undefined, recording.callbacks);
      return recording;
    });
    await until(() => log.waitingCount === 3 && recordings.every(({ events }) => events.length > 0));
    const before = recordings.map(({ events }) => events.length);
    server.cut();
    await until(() => log.contextCount === 2);
    await client.query('optional');
    expect(recordings.map(({ events }) => events.length)).toEqual(before);
    expect(recordings.map(({ failure }) => failure)).toEqual([undefined, undefined, undefined]);
    expect([log.waitingCount, log.abortedCount]).toEqual([3, 0]);
    expect(log.resumedAt).toEqual([undefined]);
  });

  it('learns of a mutation in flight what it gave, which ran once', async () => {
    const { client, server, log } = await stage.open();
    const answer = client.mutate('slowAdd', 1);
    await until(() => log.waitingCount === 1);
    server.cut();
    await until(() => log.contextCount === 2);
    log.finish();
    expect(await answer).toBe('finished');
    expect(log.added).toEqual([1]);
  });
});

const withOurClients = cells.filter(({ client }) => client !== 'wsLink');

describe.each(withOurClients)('After a loss, better than wsLink, $cell', (cell) => {
  const stage = useStage(cell);

  it.each(losses)('answers a query in flight, by sending it again ($loss)', async ({ lose }) => {
    const scene = await stage.open();
    const answer = scene.client.query('slow');
    await until(() => scene.log.waitingCount === 1);
    await lose(stage, scene);
    await until(() => scene.log.waitingCount === 2);
    scene.log.finish();
    expect(await answer).toBe('finished');
  });

  it('says of a mutation in flight that it may have run', async () => {
    const scene = await stage.open();
    const failure = failureOf(scene.client.mutate('slowAdd', 1));
    await until(() => scene.log.waitingCount === 1);
    if (isNative(cell)) await restart(stage, scene);
    else scene.server.cut();
    expect(await failure).toMatchObject({ code: isNative(cell) ? 'OUTCOME_UNKNOWN' : 'CONNECTION_LOST' });
  });

  it('keeps its position when an untracked event comes between', async () => {
    const scene = await stage.open();
    const recording = new Recording();
    scene.client.subscribe('live.mixed', undefined, recording.callbacks);
    await until(() => recording.events.length + recording.log.filter((entry) => entry === 'untracked').length === 2);
    if (isNative(cell)) await restart(stage, scene);
    else scene.server.cut();
    await until(() => scene.log.resumedAt.length === 2);
    expect(scene.log.resumedAt).toEqual([undefined, '1']);
  });
});

describe.each(withOurClients.filter(({ client }) => client.startsWith('createClient')))(
  'After a loss, in its own words, $cell',
  (cell) => {
    const stage = useStage(cell);

    it('tells of the events that are missing', async () => {
      const scene = await stage.open();
      const recording = new Recording();
      scene.client.subscribe('live.ticks', undefined, recording.callbacks);
      await until(() => recording.events.length === 2);
      await restart(stage, scene);
      await until(() => recording.events.length === 5);
      expect(recording.events).toEqual([1, 2, 'gap: restarted', 1, 2]);
    });
  },
);

describe.each(cells)('After a loss, without room for a position, $cell', (cell) => {
  const stage = useStage(cell);

  it('begins a subscription anew that takes no input', async () => {
    const scene = await stage.open();
    const { client, log } = scene;
    const recording = new Recording();
    client.subscribe('live.withoutInput', undefined, recording.callbacks);
    await until(() => log.waitingCount === 1);
    await restart(stage, scene);
    await until(() => log.waitingCount === 2);
    expect(recording.failure).toBeUndefined();
  });
});
