import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** A library's browser bundle: minified, as one ES module. */
export interface BundleMeasure {
  readonly gzipBytes: number;
  /** The files in it, by the bytes that each takes in the output, the biggest first. */
  readonly inputs: readonly { readonly path: string; readonly bytes: number }[];
}

/**
 * Bundles what a page would get from the code given, resolved from the folder as a browser's bundler does.
 *
 * @throws when something cannot be resolved for a browser, such as one of Node's own modules.
 */
export async function measureBundle(code: string, resolveDir: string): Promise<BundleMeasure> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['browser'],
    logLevel: 'silent',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput })),
  );
  return {
    gzipBytes: outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0),
    inputs: inputs.filter(({ bytes }) => bytes > 0).toSorted((left, right) => right.bytes - left.bytes),
  };
}
