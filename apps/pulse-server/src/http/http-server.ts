import { createServer, type Server } from 'node:http';
import { createPageHandler } from './page-handler.js';

export type Health = {
  readonly ok: boolean;
  readonly hosts: number;
  readonly uptimeSeconds: number;
  readonly database: string;
};

/** Serves the built page, and `/healthz` for whoever watches the watcher. */
export function createHttpServer(pagePath: string, readHealth: () => Health): Server {
  const servePage = createPageHandler(pagePath);
  return createServer((request, response) => {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const pathname = (request.url ?? '/').replace(/[?#].*$/s, '');
    if (pathname !== '/healthz') {
      servePage(request, response);
      return;
    }
    const health = readHealth();
    response.writeHead(health.ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(`${JSON.stringify(health)}\n`);
  });
}
