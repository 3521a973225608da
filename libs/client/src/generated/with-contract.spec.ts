import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UpgradeRequired } from '@trunkline/protocol';
import { stock } from '../dialect/stock.js';
import { trunkline } from '../dialect/trunkline.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { type ClientMessage, settled } from '../testing/scripted-server.js';
import { withContract } from './with-contract.js';

const contract = { hash: 'mine', shapes: { a: 'aaaaaa', b: 'bbbbbb' } };
const shapesIn = (messages: readonly ClientMessage[]) =>
  messages.map(({ method, params }) => `${method} ${String(params?.['shape'])}`);

describe('withContract', () => {
  let client: ScriptedClient;
  let told: UpgradeRequired[];

  beforeEach(() => {
    told = [];
    client = new ScriptedClient({ dialect: withContract(trunkline(), contract, (upgrade) => told.push(upgrade)) });
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  const data = (path: string, serverContract: string) => ({
    ran: false,
    path,
    shape: 'aaaaaa',
    clientContract: 'mine',
    serverContract,
  });

  it('says the hash with the hello, and the forms of what goes with it', async () => {
    client.call('query', 'a');
    client.call('query', 'other');
    client.subscribe('b');
    await settled();
    client.socket.open();
    await settled();
    const [hello, ...calls] = client.socket.read();
    expect(hello?.params).toMatchObject({ contract: 'mine', payload: 'json' });
    expect(shapesIn(calls)).toEqual(['a aaaaaa', 'other undefined', 'b bbbbbb']);
  });

  it.each<[string, object, string]>([
    ['says none', {}, 'undefined'],
    ['has the same', { contract: 'mine' }, 'undefined'],
    ['has another', { contract: 'theirs' }, 'aaaaaa'],
  ])('behind a server that %s goes on as that demands', async (_what, more, shape) => {
    client.call('query', 'other');
    await settled();
    client.socket.open();
    await settled();
    client.socket.read('other');
    client.socket.welcome({}, more);
    client.call('mutation', 'a');
    await settled();
    expect(shapesIn(client.socket.read())).toEqual([`a ${shape}`]);
  });

  it('says the forms anew on each connection, of what is sent again too', async () => {
    client.call('query', 'a');
    await settled();
    client.socket.open();
    await settled();
    client.socket.welcome({}, { contract: 'mine' });
    client.subscribe('b');
    await settled();
    client.socket.drop(1006);
    await settled();
    client.clock.advance(15_000);
    await settled();
    client.socket.open();
    await settled();
    expect(shapesIn(client.socket.read().slice(1))).toEqual(['a aaaaaa', 'b bbbbbb']);
  });

  it('fails what is refused, once and for good, and tells it once for each contract of the server', async () => {
    const states: string[] = [];
    client.core.onStateChange(({ name }) => states.push(name));
    client.call('mutation', 'a');
    client.subscribe('b');
    const socket = await client.connected();
    const [a, b] = socket.read();
    socket.fail(a?.id, 'UPGRADE_REQUIRED', data('a', 'theirs'));
    socket.fail(b?.id, 'UPGRADE_REQUIRED', data('b', 'theirs'));
    await settled();
    expect(client.log).toEqual(['b error UPGRADE_REQUIRED', 'a UPGRADE_REQUIRED rejected']);
    expect(told).toEqual([expect.objectContaining({ path: 'a', serverContract: 'theirs' })]);
    expect(socket.read()).toEqual([]);
    expect(states.at(-1)).toBe('connected');
    client.call('query', 'a');
    await settled();
    socket.fail(socket.read()[0]?.id, 'UPGRADE_REQUIRED', data('a', 'newer'));
    await settled();
    expect(told.map(({ serverContract }) => serverContract)).toEqual(['theirs', 'newer']);
  });

  it('passes on other errors, and tells nothing', async () => {
    client.call('query', 'a');
    const socket = await client.connected();
    socket.fail(socket.read()[0]?.id, 'CONFLICT');
    await settled();
    expect([client.log, told]).toEqual([['a CONFLICT rejected'], []]);
  });

  it('leaves the stock dialect as it is', () => {
    const dialect = stock();
    expect(withContract(dialect, contract, () => undefined)).toBe(dialect);
  });
});
