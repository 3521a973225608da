import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '@trunkline/example-runner';
import { serve } from '@trunkline/server';
import { build, type Plugin } from 'esbuild';
import type { Page } from 'playwright-core';
import { BoardLog } from './board-log.js';
import { createBoardRouter } from './board-router.js';

/** A page in Chromium, and the server that it came from. */
export interface ChromiumPage {
  readonly page: Page;
  readonly log: BoardLog;
  /** Cuts every connection without a closing handshake. */
  cut(): void;
  close(): Promise<void>;
}

/**
 * Bundles a page, serves it together with the board, and opens it.
 *
 * @param entry the page's source.
 * @param trpcWorkspace the folder of the workspace whose `@trpc/client` and `@trpc/server` the page gets.
 */
export async function openChromiumPage(entry: URL, trpcWorkspace: string): Promise<ChromiumPage> {
  const script = await bundle(fileURLToPath(entry), trpcWorkspace);
  const log = new BoardLog();
  const serving = await serve({
    router: createBoardRouter(log),
    port: 0,
    host: '127.0.0.1',
    handleSignals: false,
    onError: () => undefined,
    onRequest: (request, response) => {
      if (request.url === '/') response.setHeader('content-type', 'text/html').end(PAGE);
      else if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
      else response.writeHead(404).end();
    },
  });
  const streams = new Set<Socket>();
  serving.httpServer.on('connection', (stream) => {
    streams.add(stream);
    stream.on('close', () => streams.delete(stream));
  });
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${serving.port}/`);
  return {
    page,
    log,
    cut() {
      for (const stream of streams) stream.destroy();
    },
    async close() {
      await browser.close();
      await serving.close({ timeoutMs: 0 });
    },
  };
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Board</title><link rel="icon" href="data:,">
<body><script type="module" src="/page.js"></script></body></html>`;

async function bundle(entry: string, trpcWorkspace: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    conditions: ['@trunkline/source'],
    // Its paths lead to tRPC's types, for the compiler alone.
    tsconfigRaw: {},
    plugins: [trpcOf(trpcWorkspace)],
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** Whoever asks for tRPC's client or server gets those of the workspace, as the specs without a browser do. */
function trpcOf(workspace: string): Plugin {
  return {
    name: 'trpc-of-a-workspace',
    setup(builder) {
      builder.onResolve({ filter: /^@trpc\/(client|server)(\/|$)/ }, async ({ path, kind, pluginData }) =>
        pluginData === RESOLVED
          ? undefined
          : builder.resolve(path, { kind, resolveDir: workspace, pluginData: RESOLVED }),
      );
    },
  };
}

const RESOLVED = Symbol('resolved');
