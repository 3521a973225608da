import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { AddressTable } from '../admission/address-table.js';
import { peerAddress } from '../admission/peer-address.js';
import { Connection } from '../connection/connection.js';
import { ContextFactory } from '../router/context-factory.js';
import type { CreateContextOptions } from '../router/context-options.js';
import { FakeParts } from '../testing/fake-connection.spec-support.js';
import { promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { type SocketPair, type SocketPairOptions, useSocketPairs } from '../testing/socket-pair.spec-support.js';
import { createAcceptSocket } from './accept-socket.js';

describe('createAcceptSocket', () => {
  const open = useSocketPairs();

  async function accept(options: SocketPairOptions = {}, isClosing = false, keepsRequests = false) {
    const pair = await open(options);
    const contexts: CreateContextOptions[] = [];
    const connections: Connection[] = [];
    const refusals: string[] = [];
    const { service } = new FakeParts();
    const addresses = new AddressTable({ maxConnectionsPerAddress: 1000, addressOf: peerAddress }, () => undefined);
    const closed: Connection[] = [];
    const acceptSocket = createAcceptSocket({
      contexts: new ContextFactory((given) => contexts.push(given)),
      addresses,
      keepsRequests,
      admission: () => ({ origins: 'same-origin', isClosing }),
      refused: (_address, code, reason) => void refusals.push(`${code} ${reason}`),
      open: (parts) => {
        const connection = new Connection(service, parts);
        connections.push(connection);
        return connection;
      },
      closed: (connection) => void closed.push(connection),
    });
    const take = (pairTaken: SocketPair): void => acceptSocket(pairTaken.server, pairTaken.request);
    return { pair, contexts, connections, refusals, addresses, closed, take };
  }

  it('opens a native connection, which waits for a hello', async () => {
    const { pair, contexts, connections, take } = await accept({ subprotocols: ['trunkline.v1'] });
    take(pair);
    await promisesRun();
    expect(connections[0]?.dialect.name).toBe('native');
    expect(contexts).toEqual([]);
    pair.client.send('{"jsonrpc":"2.0","id":1,"method":"rpc.hello","params":{"connectionParams":{"token":"abc"}}}');
    await once(pair.server, 'message');
    await promisesRun();
    expect(contexts[0]?.info.connectionParams).toEqual({ token: 'abc' });
    expect(contexts[0]?.req).toBe(pair.request);
    expect(contexts[0]?.res).toBe(pair.server);
  });

  it('opens a stock connection, whose context is made at once', async () => {
    const { pair, contexts, connections, take } = await accept();
    take(pair);
    await promisesRun();
    expect(connections[0]?.dialect.name).toBe('stock');
    expect(contexts[0]?.info.url?.pathname).toBe('/');
  });

  it('lets a stock connection wait for the params that its address announces', async () => {
    const { pair, contexts, take } = await accept({ path: '/?connectionParams=1' });
    take(pair);
    await promisesRun();
    expect(contexts).toEqual([]);
    pair.client.send('{"method":"connectionParams","data":{"token":"abc"}}');
    await once(pair.server, 'message');
    await promisesRun();
    expect(contexts[0]?.info.connectionParams).toEqual({ token: 'abc' });
  });

  it('aborts the signal of the context when the socket closes', async () => {
    const { pair, contexts, take } = await accept();
    take(pair);
    await promisesRun();
    pair.client.close();
    await once(pair.server, 'close');
    expect(contexts[0]?.info.signal.aborted).toBe(true);
  });

  it.each<[string, SocketPairOptions, boolean, number]>([
    ['a page of another origin', { headers: { origin: 'https://evil.example' } }, false, 4003],
    ['a version that it does not speak', { subprotocols: ['trunkline.v9'] }, false, 4001],
    ['a server that is stopping', {}, true, 1012],
    ['a Host that makes no URL', { headers: { host: 'a/b' } }, false, 4000],
  ])('closes on %s, with a code and without a connection', async (_name, options, isClosing, code) => {
    const { pair, connections, refusals, addresses, take } = await accept(options, isClosing);
    take(pair);
    expect(addresses.addressCount).toBe(1);
    expect((await once(pair.client, 'close'))[0]).toBe(code);
    expect(connections).toEqual([]);
    expect(refusals).toEqual([expect.stringContaining(`${code} `)]);
    if (pair.server.readyState !== pair.server.CLOSED) await once(pair.server, 'close');
    expect(addresses.addressCount).toBe(0);
  });

  it('counts a connection under its address until it is closed, and says then that it is', async () => {
    const { pair, connections, addresses, closed, take } = await accept();
    take(pair);
    expect([addresses.addressCount, closed]).toEqual([1, []]);
    pair.client.close();
    await once(pair.server, 'close');
    expect([addresses.addressCount, closed]).toEqual([0, connections]);
  });

  it.each([
    ['lets go of the upgrade request', false],
    ['keeps the upgrade request where somebody asks for it', true],
  ])('%s once the context is made', async (_name, keepsRequests) => {
    const { pair, connections, take } = await accept({}, false, keepsRequests);
    take(pair);
    expect(connections[0]?.request).toBe(pair.request);
    await promisesRun();
    expect(connections[0]?.isOpen).toBe(true);
    expect(connections[0]?.request).toBe(keepsRequests ? pair.request : undefined);
  });

  it('bears a bad frame on a socket that it refuses', async () => {
    const { pair, take } = await accept({ headers: { origin: 'https://evil.example' }, server: { maxPayload: 10 } });
    take(pair);
    const closed = new Promise((resolve) => pair.server.on('close', resolve));
    pair.client.send('x'.repeat(100));
    await closed;
    expect(pair.received).toEqual([]);
  });
});
