import type { BundleMeasure } from './measure-bundle.js';

/** Says what is wrong with a bundle; nothing when it is small enough and only our own code is in it. */
export function findBundleBreaches({ gzipBytes, inputs }: BundleMeasure, limitBytes: number): readonly string[] {
  const breaches: string[] = [];
  const foreign = inputs.filter(({ path }) => path.includes('node_modules/'));
  if (foreign.length > 0) {
    breaches.push(
      `foreign code is in it, and the client for browsers has none: ${foreign.map(({ path }) => path).join(', ')}.`,
    );
  }
  if (gzipBytes > limitBytes) {
    const biggest = inputs.slice(0, 8).map(({ path, bytes }) => `    ${bytes} bytes minified: ${path}`);
    breaches.push(
      [`it takes ${gzipBytes} bytes minified and gzipped, and the limit is ${limitBytes}. The biggest parts:`]
        .concat(biggest)
        .join('\n'),
    );
  }
  return breaches;
}
