import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '@trunkline/server';
import { build } from 'esbuild';
import { appRouter } from './router.js';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const bundle = await build({
  entryPoints: [pathOf('page.ts')],
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
  // Only inside this repository, where the library's sources take the place of its build.
  conditions: ['@trunkline/source'],
});
const script = bundle.outputFiles[0]?.contents;
const page = readFileSync(pathOf('page.html'));

const serving = await serve({
  router: appRouter,
  port: Number(process.env['PORT'] ?? 3000),
  onRequest: (request, response) => {
    if (request.url === '/') response.setHeader('content-type', 'text/html').end(page);
    else if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
    else response.writeHead(404).end();
  },
});
console.log(`The page is at http://localhost:${serving.port}/`);
