import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isRouter } from '../collect-procedures.js';
import { hasProperties } from '../property-of.js';
import { readSchemas } from '../read-schemas.js';
import type { EvaluatedFile } from './evaluated-files.js';

const require = createRequire(import.meta.url);

/**
 * Evaluates modules ahead of the router that needs them, one after the other, and reads the routers that they export, so that
 * this code too has run before. Gives whether that left nothing running: a process that waits must not meanwhile do the
 * application's work, such as listening on its port or sending its mails.
 */
export async function prepareModules(files: readonly EvaluatedFile[]): Promise<boolean> {
  const before = runningCount();
  try {
    for (const file of files) await readRouters(await load(file));
  } catch {
    return false;
  }
  return runningCount() <= before;
}

// Whatever is required and imported is there twice.
function load({ path, way }: EvaluatedFile): Promise<unknown> {
  return way === 'require' ? Promise.resolve(require(path)) : import(pathToFileURL(path).href);
}

async function readRouters(module: unknown): Promise<void> {
  const routers = hasProperties(module) ? Object.values(module).filter(isRouter) : [];
  for (const router of routers) await readSchemas(router);
}

function runningCount(): number {
  // What reads or writes a file ends by itself, such as the loader's keeping of what it has compiled.
  return process.getActiveResourcesInfo().filter((name) => !name.startsWith('FSReq')).length;
}
