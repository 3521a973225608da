// Measures what `createClient` costs a page: built as published, bundled for a browser, without a transformer.
import { findBundleBreaches } from './find-bundle-breaches.js';
import { measureBundle } from './measure-bundle.js';

// Just above what it takes now, so that it cannot grow unnoticed. The goal is 8 KB; whoever comes nearer to it lowers this.
const limitBytes = 14_640;
const code = "export { createClient } from '@trunkline/client';";

try {
  const measure = await measureBundle(code, 'libs/client');
  const breaches = findBundleBreaches(measure, limitBytes);
  for (const breach of breaches) console.error(`bundle: ${breach}`);
  if (breaches.length > 0) process.exitCode = 1;
  else console.log(`bundle: createClient takes ${measure.gzipBytes} of ${limitBytes} bytes, minified and gzipped`);
} catch (error) {
  console.error(`bundle: createClient cannot be bundled for a browser. ${error instanceof Error ? error.message : ''}`);
  process.exitCode = 1;
}
