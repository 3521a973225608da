import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import express from 'express';
import fastify from 'fastify';
import { WebSocketServer } from 'ws';
import { createServer } from './create-server.js';
import { CERTIFICATE, CERTIFICATE_KEY } from './testing/certificate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const t = initTRPC.create();

function routerNamed(name: string) {
  return t.router({ name: t.procedure.query(() => name) });
}

const answered = (name: string) => ({ jsonrpc: '2.0', id: 1, result: { output: name } });

describe('Attaching', () => {
  const harness = useHarness();

  function serverNamed(name: string) {
    const server = createServer({ router: routerNamed(name), onError: () => undefined });
    harness.closeLater(() => server.close({ timeoutMs: 1 }));
    return server;
  }

  async function listen(httpServer: Server): Promise<string> {
    harness.closeLater(() => {
      httpServer.closeAllConnections();
      httpServer.close();
    });
    httpServer.listen(0, '127.0.0.1');
    await once(httpServer, 'listening');
    return `127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
  }

  async function ask(peer: RawPeer): Promise<unknown> {
    peer.request('rpc.hello', {}, 'hello');
    peer.request('name', undefined, 1);
    return peer.answerTo(1);
  }

  const refused = async (url: string): Promise<string> => String(await harness.connect(url).catch(String));

  const answerShop: RequestListener = (request, response) => void response.end(`shop ${request.url}`);

  it('serves everything in one call', async () => {
    const serving = await harness.serve({ router: routerNamed('served') });
    expect(serving.url).toBe(`ws://127.0.0.1:${serving.port}/rpc`);
    expect(await ask(await harness.connect(serving.url))).toEqual(answered('served'));
    const plain = await fetch(`http://127.0.0.1:${serving.port}/`);
    expect([plain.status, await plain.text()]).toEqual([404, 'This port serves WebSockets.\n']);
  });

  it('hands plain requests of serve() to onRequest', async () => {
    const serving = await harness.serve({ router: routerNamed('served'), onRequest: answerShop });
    const plain = await fetch(`http://127.0.0.1:${serving.port}/cart`);
    expect(await plain.text()).toBe('shop /cart');
  });

  it('serves beside the routes of an http server', async () => {
    const httpServer = createHttpServer(answerShop);
    serverNamed('beside').attach(httpServer, { path: '/rpc' });
    const address = await listen(httpServer);
    expect(await ask(await harness.connect(`ws://${address}/rpc?shop=1`))).toEqual(answered('beside'));
    expect(await (await fetch(`http://${address}/cart`)).text()).toBe('shop /cart');
  });

  it('serves every path where none is named', async () => {
    const httpServer = createHttpServer();
    serverNamed('anywhere').attach(httpServer);
    const address = await listen(httpServer);
    expect(await ask(await harness.connect(`ws://${address}/some/where`))).toEqual(answered('anywhere'));
  });

  it('serves on an https server', async () => {
    const httpsServer = createHttpsServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY }, answerShop);
    serverNamed('secret').attach(httpsServer, { path: '/rpc' });
    const address = await listen(httpsServer);
    const peer = await harness.connect(`wss://${address}/rpc`, { ca: CERTIFICATE });
    expect(await ask(peer)).toEqual(answered('secret'));
  });

  it('serves on a WebSocketServer with a server and a path of its own', async () => {
    const httpServer = createHttpServer(answerShop);
    const webSockets = new WebSocketServer({ server: httpServer, path: '/own' });
    serverNamed('own').attach(webSockets);
    const address = await listen(httpServer);
    expect(await ask(await harness.connect(`ws://${address}/own`))).toEqual(answered('own'));
    expect(await (await fetch(`http://${address}/cart`)).text()).toBe('shop /cart');
  });

  it('serves on a WebSocketServer whose upgrades the application makes', async () => {
    const httpServer = createHttpServer();
    const webSockets = new WebSocketServer({ noServer: true });
    serverNamed('manual').attach(webSockets, { path: '/rpc' });
    httpServer.on('upgrade', (request, socket, head) => {
      webSockets.handleUpgrade(request, socket, head, (webSocket) => webSockets.emit('connection', webSocket, request));
    });
    const address = await listen(httpServer);
    expect(await ask(await harness.connect(`ws://${address}/rpc`))).toEqual(answered('manual'));
  });

  it('takes over a socket that the application hands out', async () => {
    const server = serverNamed('handed');
    const webSockets = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    harness.closeLater(() => webSockets.close());
    webSockets.on('connection', server.accept);
    await once(webSockets, 'listening');
    const { port } = webSockets.address() as AddressInfo;
    expect(await ask(await harness.connect(`ws://127.0.0.1:${port}/whatever`))).toEqual(answered('handed'));
    expect(server.connectionCount).toBe(1);
  });

  it('serves on one port with an Express application', async () => {
    const app = express();
    app.get('/cart', (_request, response) => void response.json({ items: 3 }));
    const httpServer = createHttpServer((request, response) => void app(request, response));
    serverNamed('express').attach(httpServer, { path: '/rpc' });
    const address = await listen(httpServer);
    expect(await ask(await harness.connect(`ws://${address}/rpc`))).toEqual(answered('express'));
    expect(await (await fetch(`http://${address}/cart`)).text()).toBe('{"items":3}');
    expect((await fetch(`http://${address}/rpc`)).status).toBe(404);
  });

  it('serves on one port with a Fastify application', async () => {
    const app = fastify();
    app.get('/cart', () => ({ items: 3 }));
    serverNamed('fastify').attach(app.server, { path: '/rpc' });
    harness.closeLater(() => app.close());
    const address = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('http://', '');
    expect(await ask(await harness.connect(`ws://${address}/rpc`))).toEqual(answered('fastify'));
    expect(await (await fetch(`http://${address}/cart`)).text()).toBe('{"items":3}');
  });

  it('serves two routers on two paths of one server', async () => {
    const httpServer = createHttpServer();
    serverNamed('shop').attach(httpServer, { path: '/shop' });
    serverNamed('staff').attach(httpServer, { path: '/staff' });
    const address = await listen(httpServer);
    expect(await ask(await harness.connect(`ws://${address}/staff`))).toEqual(answered('staff'));
    expect(await ask(await harness.connect(`ws://${address}/shop`))).toEqual(answered('shop'));
  });

  it('serves one router on two servers', async () => {
    const server = serverNamed('both');
    const addresses = await Promise.all(
      [createHttpServer(), createHttpServer()].map((httpServer) => {
        server.attach(httpServer, { path: '/rpc' });
        return listen(httpServer);
      }),
    );
    for (const address of addresses) {
      expect(await ask(await harness.connect(`ws://${address}/rpc`))).toEqual(answered('both'));
    }
    expect(server.connectionCount).toBe(2);
  });

  it('answers 404 to an upgrade of a path that nobody serves', async () => {
    const serving = await harness.serve({ router: routerNamed('served') });
    expect(await refused(`ws://127.0.0.1:${serving.port}/elsewhere`)).toMatch('404');
  });

  it('answers 404 to a path that none of two attached servers has', async () => {
    const httpServer = createHttpServer();
    serverNamed('shop').attach(httpServer, { path: '/shop' });
    serverNamed('staff').attach(httpServer, { path: '/staff' });
    const address = await listen(httpServer);
    expect(await refused(`ws://${address}/elsewhere`)).toMatch('404');
  });

  it('leaves the upgrades of other paths to the others on the server', async () => {
    const httpServer = createHttpServer();
    const others = new WebSocketServer({ noServer: true });
    httpServer.on('upgrade', (request, socket, head) => {
      if (request.url !== '/chat') return;
      others.handleUpgrade(request, socket, head, (webSocket) => webSocket.send('"chat"'));
    });
    serverNamed('shop').attach(httpServer, { path: '/shop' });
    const address = await listen(httpServer);
    expect(await (await harness.connect(`ws://${address}/chat`)).next()).toEqual({ value: 'chat' });
    expect(await ask(await harness.connect(`ws://${address}/shop`))).toEqual(answered('shop'));
  });

  it('closes a socket that a WebSocketServer opened on a path that is not served', async () => {
    const httpServer = createHttpServer();
    const webSockets = new WebSocketServer({ server: httpServer });
    serverNamed('shop').attach(webSockets, { path: '/shop' });
    const address = await listen(httpServer);
    const peer = await harness.connect(`ws://${address}/elsewhere`);
    // A frame with a reserved opcode is an error of the socket, and somebody has to listen to it.
    peer.sendBytes(Buffer.from([0x83, 0x80, 0, 0, 0, 0]));
    expect((await peer.closed).code).toBeGreaterThanOrEqual(1002);
    expect(await ask(await harness.connect(`ws://${address}/shop`))).toEqual(answered('shop'));
  });

  it('takes nothing more after it was detached, and keeps what is open', async () => {
    const httpServer = createHttpServer(answerShop);
    const detach = serverNamed('brief').attach(httpServer, { path: '/rpc' });
    const address = await listen(httpServer);
    const early = await harness.connect(`ws://${address}/rpc`);
    detach();
    expect(await ask(early)).toEqual(answered('brief'));
    expect(await refused(`ws://${address}/rpc`)).toMatch('200');
  });
});
