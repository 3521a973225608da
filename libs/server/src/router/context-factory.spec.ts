import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { createRequest } from '../testing/fake-host.spec-support.js';
import { ContextFactory } from './context-factory.js';
import type { CreateContextOptions } from './context-options.js';

const closers: (() => void)[] = [];

describe('ContextFactory', () => {
  afterEach(() => {
    for (const close of closers.splice(0).toReversed()) close();
  });

  const source = () => ({
    req: createRequest(),
    res: createServerSocket(),
    url: new URL('http://localhost/rpc?a=1'),
  });

  it('hands over request, socket, params, signal and address', async () => {
    const given = source();
    const { signal } = new AbortController();
    const factory = new ContextFactory((options) => Promise.resolve(options));
    const options = (await factory.create(given, { token: 'abc' }, { signal })) as CreateContextOptions;
    expect(options.req).toBe(given.req);
    expect(options.res).toBe(given.res);
    expect(options.info.signal).toBe(signal);
    expect(options.info).toMatchObject({ connectionParams: { token: 'abc' }, url: given.url });
  });

  it("hands over every member that tRPC's own adapter does", async () => {
    const httpServer = createServer();
    const wss = new WebSocketServer({ server: httpServer });
    const theirs = new Promise<CreateContextOptions>((resolve) => {
      applyWSSHandler({
        wss,
        router: initTRPC.create().router({}),
        createContext: (options) => (resolve(options), {}),
      });
    });
    httpServer.listen(0, '127.0.0.1');
    await once(httpServer, 'listening');
    const client = new WebSocket(`ws://127.0.0.1:${(httpServer.address() as AddressInfo).port}`);
    closers.push(
      () => httpServer.close(),
      () => wss.close(),
      () => client.terminate(),
    );
    await once(client, 'open');
    const expected = await theirs;
    let ours: CreateContextOptions | undefined;
    void new ContextFactory((options) => {
      ours = options;
    }).create(source(), null, new AbortController());
    expect(Object.keys(ours ?? {}).toSorted(byName)).toEqual(Object.keys(expected).toSorted(byName));
    expect(Object.keys(ours?.info ?? {}).toSorted(byName)).toEqual(Object.keys(expected.info).toSorted(byName));
    expect(ours?.info).toMatchObject({
      calls: [],
      isBatchCall: false,
      accept: null,
      type: 'unknown',
      connectionParams: null,
    });
    expect(expected.info).toMatchObject({
      calls: [],
      isBatchCall: false,
      accept: null,
      type: 'unknown',
      connectionParams: null,
    });
  });

  it('makes an empty context where the application makes none', () => {
    expect(new ContextFactory(undefined).create(source(), null, new AbortController())).toEqual({});
  });

  it('throws what the function of the application throws', () => {
    const factory = new ContextFactory(() => {
      throw new Error('no database');
    });
    expect(() => factory.create(source(), null, new AbortController())).toThrow('no database');
  });
});

// A server's socket of `ws` that was never connected.
function createServerSocket(): WebSocket {
  const socket: unknown = Reflect.construct(WebSocket, [null, undefined, {}]);
  if (socket instanceof WebSocket) return socket;
  throw new Error('ws no longer makes a server socket this way.');
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}
