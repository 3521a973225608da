import { describe, expect, it } from '@jest/globals';
import { cells } from './testing/matrix.js';
import { useStage } from './testing/stage.js';
import { until } from './testing/until.js';

describe.each(cells)('Calls from $cell', (cell) => {
  const stage = useStage(cell);
  const isTransformed = cell.transformation === 'superjson';

  it('answers a query and a mutation with an input', async () => {
    const { client, log } = await stage.open();
    expect(await client.query('greet', { name: 'Ada' })).toBe('Hello Ada');
    expect(await client.mutate('add', 4)).toBe(1);
    expect(log.added).toEqual([4]);
  });

  it('takes no input for undefined, and gives undefined for no output', async () => {
    const { client } = await stage.open();
    expect(await client.query('optional')).toBe('nothing');
    expect(await client.query('optional', 'something')).toBe('something');
    expect(await client.query('nothing')).toBeUndefined();
  });

  it.each([[null], [0], [''], [false], [[]], [[1, [2]]], [{}], [{ a: { b: [null] } }], ['\u2028 \ud83d\ude80 "\\']])(
    'carries %j there and back',
    async (value) => {
      const { client } = await stage.open();
      expect(await client.query('echo', value)).toEqual(value);
      expect(await client.mutate('echoMutation', value)).toEqual(value);
    },
  );

  it('gives dates and undefined as the transformer lets them travel', async () => {
    const { client } = await stage.open();
    const at = new Date(7);
    expect(await client.query('rich')).toEqual(
      isTransformed
        ? { at, missing: undefined, list: [new Date(8)] }
        : { at: at.toISOString(), list: [new Date(8).toISOString()] },
    );
    expect(await client.query('echo', { at })).toEqual({ at: isTransformed ? at : at.toISOString() });
  });

  it('finds nested and lazy procedures', async () => {
    const { client } = await stage.open();
    expect(await client.query('nested.deeper.here')).toBe('deep');
    expect(await client.query('late.hello')).toBe('late');
    expect(await client.query('late.hello')).toBe('late');
  });

  it('runs middlewares with the context of the connection, which is made once', async () => {
    const { client, log } = await stage.open({ connectionParams: { token: 'abc' } });
    expect(await client.query('whoAmI')).toBe('abc');
    expect(await client.query('guarded')).toBe('bearer of abc');
    expect(log.contextCount).toBe(1);
  });

  it('gives no connection params to the context where the client has none', async () => {
    const { client } = await stage.open();
    expect(await client.query('whoAmI')).toBe('nobody');
  });

  it('applies an output parser', async () => {
    const { client } = await stage.open();
    expect(await client.query('shaped')).toEqual({ id: 3 });
  });

  it('answers every call of one turn, each with its own answer', async () => {
    const { client } = await stage.open();
    const names = Array.from({ length: 100 }, (_, index) => String(index));
    const answers = await Promise.all(names.map((name) => client.query('greet', { name })));
    expect(answers).toEqual(names.map((name) => `Hello ${name}`));
  });

  it('does not let a slow call hold up a fast one', async () => {
    const { client, log } = await stage.open();
    const slow = client.query('slow');
    await until(() => log.waitingCount === 1);
    expect(await client.query('optional')).toBe('nothing');
    log.finish();
    expect(await slow).toBe('finished');
  });

  it('connects at once where it is told to', async () => {
    const { client, log, server } = await stage.open({ lazy: false });
    await until(() => log.contextCount === 1);
    expect(await client.query('optional')).toBe('nothing');
    expect(server.connectionCount).toBe(1);
  });
});

describe.each(cells.filter(({ transformation }) => transformation === 'superjson'))('Values from $cell', (cell) => {
  const stage = useStage(cell);

  it('that JSON cannot carry go there and back', async () => {
    const { client } = await stage.open();
    const value = { tags: new Set(['a']), prices: new Map([['b', 1n]]), nothing: undefined, list: [Number.NaN] };
    expect(await client.query('echo', value)).toStrictEqual(value);
    expect(await client.mutate('echoMutation', value)).toStrictEqual(value);
  });
});
