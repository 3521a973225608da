import { Session } from 'node:inspector';
import { createRequire } from 'node:module';
import { isAbsolute, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the application's own, and how it came in. */
export interface EvaluatedFile {
  readonly path: string;
  readonly way: 'import' | 'require';
}

/**
 * The files whose code this process has loaded, without those of installed packages, whichever way they were imported. Node
 * keeps no list of them that one may read, but tells debuggers.
 */
export function evaluatedFiles(): readonly EvaluatedFile[] {
  const files = new Set<string>();
  const session = new Session();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params: { url } }) => {
    const file = fileOf(url);
    if (file !== undefined && !file.includes(INSTALLED)) files.add(file);
  });
  // It tells of all scripts that there are before it returns.
  session.post('Debugger.enable');
  session.disconnect();
  return [...files].map((path) => ({ path, way: path in required ? 'require' : 'import' }));
}

const { cache: required } = createRequire(import.meta.url);

const INSTALLED = `${sep}node_modules${sep}`;

function fileOf(url: string): string | undefined {
  if (url.startsWith('file:')) return fileURLToPath(new URL(url));
  return isAbsolute(url) ? url : undefined;
}
