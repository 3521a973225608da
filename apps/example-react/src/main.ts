import { fileURLToPath } from 'node:url';
import { serve } from '@trunkline/server';
import { build } from 'esbuild';
import { appRouter } from './router.js';

const bundle = await build({
  entryPoints: [fileURLToPath(new URL('page.tsx', import.meta.url))],
  bundle: true,
  minify: true,
  format: 'esm',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  write: false,
  // Only inside this repository, where the library's sources take the place of its build.
  conditions: ['@trunkline/source'],
});
const script = bundle.outputFiles[0]?.contents;
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>To buy</title><link rel="icon" href="data:,">
<body><script type="module" src="/page.js"></script></body></html>`;

const serving = await serve({
  router: appRouter,
  port: Number(process.env['PORT'] ?? 3000),
  onRequest: (request, response) => {
    if (request.url === '/') response.setHeader('content-type', 'text/html').end(page);
    else if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
    else response.writeHead(404).end();
  },
});
console.log(`The list is at http://localhost:${serving.port}/`);
