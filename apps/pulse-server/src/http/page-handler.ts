import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves the built page. A path that names no file gets the page itself, which finds its way from the address. */
export function createPageHandler(folder: string): PageHandler {
  if (!existsSync(join(folder, 'index.html'))) {
    const advice = `The page has not been built: ${folder} holds no index.html. Run "npx nx build pulse-web" and start Pulse again.`;
    return (_, response) => answerWithText(response, 503, advice);
  }
  const serveFile = sirv(folder, {
    single: true,
    etag: true,
    setHeaders(response, pathname) {
      // The names of built assets change with their content; that of the page does not.
      const isAsset = pathname.startsWith('/assets/');
      response.setHeader('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });
  return (request, response) =>
    serveFile(request, response, () => answerWithText(response, 404, 'There is no such file here.'));
}

function answerWithText(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}
