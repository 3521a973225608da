import { describe, expect, it } from '@jest/globals';
import { failureOf } from './testing/failure.js';
import { SECRET } from './testing/interop-router.js';
import { cells, isNative } from './testing/matrix.js';
import { Recording } from './testing/recording.js';
import { useStage } from './testing/stage.js';
import { until } from './testing/until.js';

// Where our server is not what tRPC's is, as PROTOCOL.md lists it ("Deviations from tRPC's own server").
const ours = cells.filter(({ server }) => server === 'our server');

describe.each(ours)('Deviations of $cell', (cell) => {
  const stage = useStage(cell);

  it.each(['accident', 'text'])('mask the message of what nobody chose for the client (%s)', async (path) => {
    const { client, log } = await stage.open();
    expect(await failureOf(client.query(`failing.${path}`))).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      number: -32_603,
      message: 'Internal server error',
    });
    expect(log.errors).toEqual([{ message: SECRET, isTRPCError: true }]);
  });

  it('let no stack out, while it is developed neither', async () => {
    const { client } = await stage.open();
    expect((await failureOf(client.query('failing.accident'))).data).not.toHaveProperty('stack');
    expect((await failureOf(client.query('guarded'))).data).not.toHaveProperty('stack');
  });

  it('mask why a lazy router cannot be loaded', async () => {
    const { client } = await stage.open();
    const { message } = await failureOf(client.query('unloadable.hello'));
    expect(message).not.toContain(SECRET);
    expect(await client.query('optional')).toBe('nothing');
  });

  it('answer a value that cannot travel with an error, and go on', async () => {
    const { client } = await stage.open();
    expect(await failureOf(client.query('failing.unreadable'))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(await client.query('optional')).toBe('nothing');
  });

  it('say "stopped" at once, without waiting for the clean-up of the procedure', async () => {
    const { client, log } = await stage.open();
    const recording = new Recording();
    const subscription = client.subscribe('live.untidy', undefined, recording.callbacks);
    await until(() => log.waitingCount === 1);
    subscription.unsubscribe();
    expect(await client.query('optional')).toBe('nothing');
    expect(log.waitingCount).toBe(1);
  });
});

describe.each(ours.filter(({ transformation }) => transformation === 'none'))('Deviations of $cell', (cell) => {
  const stage = useStage(cell);

  it('name the place of a value that JSON cannot carry', async () => {
    const { client, log } = await stage.open();
    expect(await failureOf(client.query('failing.bigint'))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(log.errors.map(({ message }) => message).join()).toContain('total');
    expect(await client.query('optional')).toBe('nothing');
  });
});

describe.each(ours.filter((cell) => isNative(cell)))('Deviations of $cell', (cell) => {
  const stage = useStage(cell);

  it('leave the kind of a call to the router, because natively the path alone says what to run', async () => {
    const { client, log } = await stage.open();
    expect(await client.query('add', 1)).toBe(1);
    expect(await client.mutate('greet', { name: 'Ada' })).toBe('Hello Ada');
    expect(log.added).toEqual([1]);
  });

  it('give BAD_REQUEST the number that JSON-RPC 2.0 has for bad params', async () => {
    const { client } = await stage.open();
    expect(await failureOf(client.query('greet', { name: 7 }))).toMatchObject({ code: 'BAD_REQUEST', number: -32_602 });
  });

  it('tell the procedure that its call was aborted', async () => {
    const { client, log } = await stage.open();
    const controller = new AbortController();
    const failure = failureOf(client.query('untilAborted', undefined, { signal: controller.signal }));
    await until(() => log.waitingCount === 1);
    controller.abort();
    await failure;
    await until(() => log.abortedCount === 1);
    expect(await client.query('optional')).toBe('nothing');
  });
});
