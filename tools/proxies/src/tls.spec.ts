import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Certificate, createCertificate } from './certificate.js';
import { haproxy } from './proxies/haproxy.js';
import { nginx } from './proxies/nginx.js';
import { Stage, socketThat } from './stage/stage.spec-support.js';
import { Watcher } from './stage/watcher.js';

/** Everything that a page and its socket want of one secure port. */
async function useSecurely(stage: Stage, port: number, certificate: string) {
  const WebSocket = socketThat({ trusts: certificate, sends: { origin: `https://localhost:${port}` } });
  const client = stage.connect(port, { url: `wss://localhost:${port}/rpc`, WebSocket });
  const watcher = new Watcher();
  client.orders.subscribe({}, { ...watcher.callbacks, onData: ({ data }) => watcher.totals.push(data) });
  const answers = [await client.echo.query('a query'), await client.add.mutate()];
  return { answers, events: await watcher.saw(1), page: await getPage(port, certificate) };
}

function getPage(port: number, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, ca, agent: false }, (response) => {
      let text = '';
      response.on('data', (data) => (text += String(data)));
      response.on('end', () => resolve(text));
    });
    asked.on('error', reject);
    asked.end();
  });
}

const USED = { answers: ['a query', 1], events: [1], page: 'the page' };

describe('Over TLS', () => {
  const stage = Stage.use();
  let folder: string;
  let certificate: Certificate;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trunkline-tls-'));
    certificate = createCertificate(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([nginx, haproxy])('that $name ends, pages and sockets come from one port', async (kind) => {
    const { proxy } = await stage.stand(kind, { isSecure: true });
    expect(await useSecurely(stage, proxy.port, proxy.certificate)).toEqual(USED);
  });

  it('that the application ends itself, pages and sockets come from one port', async () => {
    const { port } = await stage.serve({ tls: certificate });
    expect(await useSecurely(stage, port, certificate.certificate)).toEqual(USED);
  });

  it('a client that does not trust the certificate does not connect', async () => {
    const { port } = await stage.serve({ tls: certificate });
    const client = stage.connect(port, { url: `wss://localhost:${port}/rpc` });
    await expect(client.connect()).rejects.toThrow(/certificate/);
  });
});
