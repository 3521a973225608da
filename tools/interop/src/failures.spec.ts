import { describe, expect, it } from '@jest/globals';
import { failureOf } from './testing/failure.js';
import { SECRET, THROWN_CODES } from './testing/interop-router.js';
import { cells, isNative } from './testing/matrix.js';
import { useStage } from './testing/stage.js';
import { until } from './testing/until.js';

// tRPC has said it in each of these ways.
const WRONG_KIND = /^(METHOD_NOT_SUPPORTED|NOT_FOUND|BAD_REQUEST)$/;

describe.each(cells)('Failures of $cell', (cell) => {
  const stage = useStage(cell);
  // JSON-RPC 2.0 has a number of its own for this one, which the native dialect uses.
  const numberOf = (code: string, number: number): number =>
    code === 'BAD_REQUEST' && isNative(cell) ? -32_602 : number;

  it.each(Object.entries(THROWN_CODES))(
    'has %s with its number, its message and the data of the formatter',
    async (code, number) => {
      const { client } = await stage.open();
      const failure = await failureOf(client.mutate('failing.chosen', code));
      expect(failure).toMatchObject({ code, number: numberOf(code, number), message: `It is ${code}.` });
      expect(failure.data).toMatchObject({ code, isInput: false });
    },
  );

  it('has an unknown path as NOT_FOUND', async () => {
    const { client } = await stage.open();
    for (const path of ['missing', 'nested.missing', 'nested', 'constructor', '__proto__.x', 'late.missing']) {
      expect(await failureOf(client.query(path))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('has a subscription that is called as a query as an error of the caller', async () => {
    const { client } = await stage.open();
    expect((await failureOf(client.query('live.count', { to: 1 }))).code).toMatch(WRONG_KIND);
  });

  it('has a bad input as BAD_REQUEST, in the words of the schema and through the formatter', async () => {
    const { client } = await stage.open();
    const failure = await failureOf(client.query('greet', { name: 7 }));
    expect(failure).toMatchObject({ code: 'BAD_REQUEST', data: { isInput: true } });
    expect(failure.message).toContain('expected string');
    expect(await failureOf(client.mutate('add'))).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('has a middleware that refuses', async () => {
    const { client } = await stage.open();
    expect(await failureOf(client.query('guarded'))).toMatchObject({ code: 'UNAUTHORIZED', message: 'Show a token.' });
  });

  it('has an output that its parser refuses as an error of the server', async () => {
    const { client } = await stage.open();
    expect(await failureOf(client.query('misshapen'))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('goes on after each failure, on the same connection', async () => {
    const { client, log } = await stage.open();
    await Promise.all(['missing', 'failing.accident', 'guarded'].map((path) => failureOf(client.query(path))));
    expect(await client.query('optional')).toBe('nothing');
    expect(log.contextCount).toBe(1);
  });

  it('has a thrown undefined as an error of the server', async () => {
    const { client } = await stage.open();
    expect(await failureOf(client.query('failing.nothing'))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });
});

describe.each(cells.filter(({ client }) => client !== 'wsLink'))('A context that fails in $cell', (cell) => {
  const stage = useStage(cell);

  it('fails the calls that need it, with its error', async () => {
    const { client, log } = await stage.open({ connectionParams: { token: 'stolen' } });
    const failures = await Promise.all([failureOf(client.query('whoAmI')), failureOf(client.mutate('add', 1))]);
    for (const failure of failures) {
      expect(failure).toMatchObject({ code: 'UNAUTHORIZED', number: -32_001, message: 'The token is stolen.' });
    }
    expect(log.added).toEqual([]);
  });
});

// What its calls learn depends on the version, and on whether the connection is gone before they are sent.
describe.each(cells.filter(({ client }) => client === 'wsLink'))('A context that fails in $cell', (cell) => {
  const stage = useStage(cell);

  it('runs nothing', async () => {
    const { client, log } = await stage.open({ connectionParams: { token: 'stolen' } });
    client.mutate('add', 1).catch(() => undefined);
    await until(() => log.errors.length > 0 && !client.isConnected());
    expect(log.added).toEqual([]);
  });
});

describe.each(cells.filter((cell) => !isNative(cell)))('The kind of a call of $cell', (cell) => {
  const stage = useStage(cell);

  it('is part of its address: a procedure of another kind is not run', async () => {
    const { client, log } = await stage.open();
    expect((await failureOf(client.query('add', 1))).code).toMatch(WRONG_KIND);
    expect((await failureOf(client.mutate('greet', { name: 'Ada' }))).code).toMatch(WRONG_KIND);
    expect(log.added).toEqual([]);
  });
});

describe.each(cells.filter(({ server }) => server === 'applyWSSHandler'))('An accident in $cell', (cell) => {
  const stage = useStage(cell);

  it.each(['accident', 'text'])("hands its message on, as tRPC's server does (%s)", async (path) => {
    const { client, log } = await stage.open();
    const failure = await failureOf(client.query(`failing.${path}`));
    expect(failure).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', number: -32_603, message: SECRET });
    expect(failure.data).toHaveProperty('stack');
    expect(log.errors).toEqual([{ message: SECRET, isTRPCError: true }]);
  });
});
