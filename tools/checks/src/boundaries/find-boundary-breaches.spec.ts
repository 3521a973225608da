import { afterEach, describe, expect, it } from '@jest/globals';
import { createTemporaryWorkspace, type TemporaryWorkspace } from '../workspace/temporary-workspace.js';
import { findBoundaryBreaches } from './find-boundary-breaches.js';

let workspace: TemporaryWorkspace | undefined;

afterEach(() => {
  workspace?.remove();
  workspace = undefined;
});

function library(name: string, dependencies: readonly string[], layer = name): Record<string, string> {
  const manifest = {
    name: `@trunkline/${name}`,
    type: 'module',
    exports: { '.': { '@trunkline/source': './src/index.ts' } },
    dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '1.0.0'])),
  };
  const own = `{ "tags": ["layer:${layer}"] }`;
  return {
    [`libs/${name}/package.json`]: JSON.stringify(manifest),
    [`libs/${name}/project.json`]: own,
    [`node_modules/@trunkline/${name}/package.json`]: JSON.stringify({
      ...manifest,
      exports: { '.': `../../../libs/${name}/src/index.ts` },
    }),
  };
}

function foreignPackage(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: './index.js' }),
    [`node_modules/${name}/index.js`]: 'export const found = 1;',
  };
}

/** Checks a workspace of three libraries with these sources, and lists what it finds as `file:line rule`. */
async function check(sources: Readonly<Record<string, string>>): Promise<readonly string[]> {
  workspace = createTemporaryWorkspace({
    'package.json': '{ "type": "module", "devDependencies": { "fast-check": "4.0.0" } }',
    ...library('protocol', []),
    ...library('server', ['@trunkline/protocol', '@trpc/server', 'ws']),
    ...library('client', ['@trunkline/protocol', '@trpc/client', '@trpc/server', 'ws', 'zod']),
    ...['ws', 'zod', 'fast-check', 'left-pad', '@trpc/server', '@trpc/client'].reduce(
      (files, name) => Object.assign(files, foreignPackage(name)),
      {},
    ),
    'libs/protocol/src/index.ts': 'export const limit = 1;',
    ...sources,
  });
  const findings = await findBoundaryBreaches(workspace.root);
  return findings
    .map(({ file, line, rule }) => `${file}:${line} ${rule}`)
    .toSorted((left, right) => (left < right ? -1 : 1));
}

describe('findBoundaryBreaches', () => {
  it('accepts what stays in its layer and its room', async () => {
    const findings = await check({
      'libs/server/src/router/run.ts': "import { initTRPC } from '@trpc/server';\nexport const run = initTRPC;",
      'libs/server/src/sockets/port.ts': "import { WebSocket } from 'ws';\nexport const socket = WebSocket;",
      'libs/client/src/proxy/shape.ts':
        "import type { AnyRouter } from '@trpc/server';\nexport type Shape = AnyRouter;",
      'libs/client/src/trpc/link.ts':
        "import { TRPCClientError } from '@trpc/client';\nexport const link = TRPCClientError;",
      'libs/client/src/a.spec.ts': "import fc from 'fast-check';\nimport * as z from 'zod';\nfc.assert(z);",
    });
    expect(findings).toEqual([]);
  });

  it('refuses an import against the layers, of a type as well', async () => {
    const findings = await check({
      'libs/server/src/index.ts': 'export interface Server { port: number }',
      'libs/client/src/index.ts':
        "\nimport type { Server } from '../../server/src/index.js';\nexport type Peer = Server;",
    });
    expect(findings).toContain('libs/client/src/index.ts:2 layers');
    expect(findings).toContain('libs/client/src/index.ts:2 no-relative-escape');
  });

  it('refuses a layer that nobody knows', async () => {
    expect(await check(library('extra', [], 'elsewhere'))).toContain('libs/extra/project.json:1 layers');
  });

  it('refuses a cycle', async () => {
    const findings = await check({
      'libs/server/src/a.ts': "import { b } from './b.js';\nexport const a = () => b;",
      'libs/server/src/b.ts': "import { a } from './a.js';\nexport const b = () => a;",
    });
    expect(findings).toContain('libs/server/src/a.ts:1 no-cycle');
  });

  it('refuses a package that only another project declares', async () => {
    const findings = await check({ 'libs/protocol/src/a.ts': "import pad from 'left-pad';\nexport const a = pad;" });
    expect(findings).toEqual(['libs/protocol/src/a.ts:1 declared-imports']);
  });

  it("refuses one of the root's devDependencies outside specs", async () => {
    const findings = await check({ 'libs/protocol/src/a.ts': "import fc from 'fast-check';\nexport const a = fc;" });
    expect(findings).toEqual(['libs/protocol/src/a.ts:1 declared-imports']);
  });

  it('refuses tRPC outside its rooms, and its values in the proxy', async () => {
    const findings = await check({
      'libs/server/src/dispatch/a.ts': "import type { AnyRouter } from '@trpc/server';\nexport type A = AnyRouter;",
      'libs/client/src/proxy/a.ts': "import { TRPCError } from '@trpc/server';\nexport const a = TRPCError;",
    });
    expect(findings).toContain('libs/server/src/dispatch/a.ts:1 trpc-in-its-rooms');
    expect(findings).toContain('libs/client/src/proxy/a.ts:1 trpc-types-in-proxy');
  });

  it('refuses a socket library outside sockets, and zod in the client', async () => {
    const findings = await check({
      'libs/client/src/a.ts':
        "import { WebSocket } from 'ws';\nimport * as z from 'zod';\nexport const a = [WebSocket, z];",
    });
    expect(findings).toEqual(['libs/client/src/a.ts:1 ws-in-sockets', 'libs/client/src/a.ts:2 no-zod-near-the-client']);
  });

  it('refuses an import that leads nowhere', async () => {
    const findings = await check({ 'libs/server/src/a.ts': "import { b } from './absent.js';\nexport const a = b;" });
    expect(findings).toEqual(['libs/server/src/a.ts:1 no-unresolved-import']);
  });
});
