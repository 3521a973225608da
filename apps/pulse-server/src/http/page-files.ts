import { createReadStream, existsSync, readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The files of the built page. Only what the folder held at the start is served, so no path can lead out of it. */
export class PageFiles {
  readonly #files = new Map<string, string>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      this.#files.set(path.slice(folder.length).split(sep).join('/'), path);
    }
  }

  /** Answers a GET or HEAD. A path that names no file gets the page itself, which finds its way from the address. */
  serve(pathname: string, method: 'GET' | 'HEAD', response: ServerResponse): void {
    const name = this.#files.has(pathname) || extname(pathname) ? pathname : '/index.html';
    const file = this.#files.get(name);
    if (!file) {
      const isBuilt = this.#files.has('/index.html');
      response.writeHead(isBuilt ? 404 : 503, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(
        isBuilt
          ? `There is no file ${pathname} here.\n`
          : `The page has not been built: ${this.#folder} holds no index.html. Run "npx nx build pulse-web" and start Pulse again.\n`,
      );
      return;
    }
    response.writeHead(200, {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      // The names of built assets change with their content; that of the page does not.
      'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    if (method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  }
}
