import { describe, expect, it } from '@jest/globals';
import { AddressTable } from '../admission/address-table.js';
import { type AddressOf, peerAddress } from '../admission/peer-address.js';
import { nativeDialect } from '../dialect/native-dialect.js';
import type { ContextSource } from '../router/context-factory.js';
import { useSocketPairs } from '../testing/socket-pair.spec-support.js';
import { AcceptedSocket } from './accepted-socket.js';
import { WsSocket } from './ws-socket.js';

describe('AcceptedSocket', () => {
  const open = useSocketPairs();

  async function setUp(keepsRequests: boolean, addressOf: AddressOf = peerAddress, maxConnectionsPerAddress = 0) {
    const { server, request } = await open({ path: '/rpc?tenant=7' });
    const sources: ContextSource[] = [];
    const addresses = new AddressTable({ maxConnectionsPerAddress, addressOf }, () => undefined);
    const contexts = { create: (source: ContextSource) => sources.push(source) };
    const service = { contexts, addresses, keepsRequests, closed: () => undefined };
    const url = new URL('http://localhost/rpc?tenant=7');
    const head = { dialect: nativeDialect, greets: true, request, url, name: addresses.nameFor(request) };
    const accepted = new AcceptedSocket(service, new WsSocket(server), head);
    const makeContext = () => accepted.createContext(null, new AbortController());
    return { accepted, server, request, sources, makeContext };
  }

  it('makes contexts from the request, the socket and the address that was asked for, as often as it is asked', async () => {
    const { accepted, server, request, sources, makeContext } = await setUp(true);
    makeContext();
    accepted.hasContext();
    makeContext();
    expect(sources.map(({ url }) => url.search)).toEqual(['?tenant=7', '?tenant=7']);
    for (const { req, res } of sources) expect([req === request, res === server]).toEqual([true, true]);
  });

  it('lets go of the request with the first context where nobody asks for it again', async () => {
    const { accepted, request, makeContext } = await setUp(false);
    makeContext();
    expect(accepted.request).toBe(request);
    accepted.hasContext();
    expect(accepted.request).toBeUndefined();
    expect(makeContext).toThrow('after the upgrade request was let go');
  });

  it('knows its address also when it was not counted and the request is gone', async () => {
    const { accepted } = await setUp(false);
    accepted.hasContext();
    expect([accepted.address, accepted.peerAddress]).toEqual(['127.0.0.1', '127.0.0.1']);
  });

  it('has the address that the application names', async () => {
    const { accepted } = await setUp(false, () => '192.0.2.1');
    accepted.hasContext();
    expect([accepted.address, accepted.peerAddress]).toEqual(['192.0.2.1', '192.0.2.1']);
  });
});
