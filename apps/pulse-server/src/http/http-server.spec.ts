import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHttpServer } from './http-server.js';
import { ListenFailed, listen } from './listen.js';

describe('createHttpServer', () => {
  const health = { ok: true, hosts: 2, uptimeSeconds: 7, database: '/data/pulse.db' };
  const servers: Server[] = [];
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pulse-page-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    }
  });

  async function start(pagePath: string, isHealthy = true): Promise<number> {
    const server = createHttpServer(pagePath, () => ({ ...health, ok: isHealthy }));
    servers.push(server);
    return listen(server, 0, '127.0.0.1');
  }

  /** Sends the path as it is; fetch would tidy it up. */
  function get(port: number, path: string, method = 'GET'): Promise<{ status: number; type: string; body: string }> {
    return new Promise((resolve, reject) => {
      request({ port, path, method, host: '127.0.0.1' }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
        );
      })
        .on('error', reject)
        .end();
    });
  }

  function buildPage(): string {
    const page = join(folder, 'dist');
    mkdirSync(join(page, 'assets'), { recursive: true });
    writeFileSync(join(page, 'index.html'), '<h1>Pulse</h1>');
    writeFileSync(join(page, 'assets', 'app.js'), 'let a;');
    writeFileSync(join(folder, 'secret.txt'), 'a secret');
    return page;
  }

  it('serves the page, its files, and the page again for its own addresses', async () => {
    const port = await start(buildPage());
    expect(await get(port, '/')).toEqual({ status: 200, type: 'text/html;charset=utf-8', body: '<h1>Pulse</h1>' });
    expect(await get(port, '/hosts/host-1?tab=disks')).toMatchObject({ status: 200, body: '<h1>Pulse</h1>' });
    expect(await get(port, '/assets/app.js')).toMatchObject({
      type: expect.stringContaining('text/javascript'),
      body: 'let a;',
    });
    expect(await get(port, '/assets/app.js', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await get(port, '/assets/gone.js')).toMatchObject({ status: 404 });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '//secret.txt',
    '/%00',
    '/\\..\\secret.txt',
  ])('gives nothing from outside the page for %s', async (path) => {
    const port = await start(buildPage());
    expect((await get(port, path)).body).not.toContain('secret');
  });

  it('says how to build the page when it has not been built', async () => {
    const port = await start(join(folder, 'nothing'));
    expect(await get(port, '/')).toMatchObject({
      status: 503,
      body: expect.stringContaining('npx nx build pulse-web'),
    });
  });

  it('answers on its health, with a status that monitors understand', async () => {
    const healthy = await get(await start(folder), '/healthz');
    expect(healthy).toMatchObject({ status: 200, type: 'application/json' });
    expect(JSON.parse(healthy.body)).toEqual(health);
    expect(await get(await start(folder, false), '/healthz')).toMatchObject({ status: 503 });
  });

  it('refuses to be written to', async () => {
    expect(await get(await start(folder), '/healthz', 'POST')).toMatchObject({ status: 405 });
  });

  it('says which port is taken and how to choose another', async () => {
    const port = await start(folder);
    const second = createHttpServer(folder, () => health);
    const failure = listen(second, port, '127.0.0.1');
    await expect(failure).rejects.toThrow(ListenFailed);
    await expect(failure).rejects.toThrow(
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  });

  it('says so when the address is not one of this machine', async () => {
    const server = createHttpServer(folder, () => health);
    await expect(listen(server, 0, '203.0.113.1')).rejects.toThrow(
      '"203.0.113.1" is no address of this machine. Set HOST',
    );
  });
});
