import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Tree } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';
import { syncGenerator } from './sync-generator.js';

const SPEC_TIMEOUT_MS = 60_000;
const routerOf = (output: string): string => `
  import { initTRPC } from '@trpc/server';
  const t = initTRPC.create();
  export const appRouter = t.router({ count: t.procedure.query(() => ${output}) });
`;

// Within the repository, so that the router finds its packages; the tree has the same root.
let tree: Tree;
const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(tree.root, name)), { recursive: true });
  writeFileSync(join(tree.root, name), text);
};

/** Writes what the generator changed, as Nx does. */
function flush(): void {
  for (const { path, content } of tree.listChanges()) {
    if (content !== null && !path.startsWith('.') && path.startsWith('api/')) put(path, content.toString());
  }
}

beforeEach(() => {
  tree = createTree();
  tree.root = mkdtempSync(fileURLToPath(new URL('temporary-', import.meta.url)));
  put('package.json', '{ "type": "module" }');
  put(
    'tsconfig.json',
    '{ "compilerOptions": { "module": "nodenext", "strict": true, "types": [], "skipLibCheck": true } }',
  );
  put('router.ts', routerOf('1'));
  const config = JSON.stringify({ router: 'router.ts#appRouter', out: 'api', documents: false, compile: false });
  put('trunkline.config.json', config);
  tree.write('trunkline.config.json', config);
});

afterEach(() => rmSync(tree.root, { recursive: true, force: true }));

describe('syncGenerator', () => {
  it(
    'writes a client that is stale into the tree, and says nothing of one that is fresh',
    async () => {
      expect(await syncGenerator(tree)).toEqual({
        outOfSyncMessage: 'The client in api is stale: 9 files differ from what router.ts#appRouter comes to.',
      });
      flush();
      expect(readFileSync(join(tree.root, 'api/src/types.ts'), 'utf8')).toContain('CountOutput = number');
      expect(await syncGenerator(tree)).toEqual({});
      put('router.ts', routerOf("'one'"));
      expect(await syncGenerator(tree)).toMatchObject({ outOfSyncMessage: expect.stringContaining('is stale') });
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'says which type no client could have',
    async () => {
      put('router.ts', routerOf('({ held: {} as object })'));
      await expect(syncGenerator(tree)).rejects.toThrow('"count", output.held: ');
    },
    SPEC_TIMEOUT_MS,
  );
});
