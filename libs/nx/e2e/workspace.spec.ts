import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NxWorkspace } from './nx-workspace.js';

const workspace = new NxWorkspace();
const path = (name: string): string => join(workspace.path, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');
const ROUTER = 'libs/shop-router/src/index.ts';

function changeRouter(from: string, to: string): void {
  const text = read(ROUTER);
  expect(text).toContain(from);
  writeFileSync(path(ROUTER), text.replace(from, to));
}

beforeAll(() => workspace.create());

afterAll(() => workspace.remove());

// Each goes on where the one before it ended, as a user would.
describe('@trunkline/nx in a workspace of its own', () => {
  it('adds a router, a server and a client', async () => {
    const { code, output } = await workspace.nx('g', '@trunkline/nx:api', 'shop', '--skipInstall');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('CREATE libs/shop-client') });
    workspace.link('@acme/shop-router', 'libs/shop-router');
    workspace.link('@acme/shop-client', 'libs/shop-client');
    await workspace.run('git', 'add', '.');
    const commit = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=One'];
    expect(await workspace.run('git', ...commit)).toMatchObject({ code: 0 });
    const again = await workspace.nx('g', '@trunkline/nx:api', 'shop', '--skipInstall');
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('libs/shop-router is not empty') });
  });

  it('infers the targets of the client, which depends on its router', async () => {
    const { output } = await workspace.nx('show', 'project', 'shop-client', '--json');
    const project: unknown = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
    expect(project).toMatchObject({
      implicitDependencies: ['shop-router'],
      targets: {
        generate: { cache: true, options: { command: 'trunkline generate' } },
        check: { cache: true },
        breaking: { options: { command: 'trunkline breaking' } },
        'watch-api': { continuous: true },
      },
    });
  });

  it('says that a client is stale, makes it, and makes it again from the cache', async () => {
    expect(await workspace.nx('sync:check')).toMatchObject({
      code: 1,
      output: expect.stringContaining('The client in libs/shop-client is stale'),
    });
    expect(await workspace.nx('run', 'shop-client:generate')).toMatchObject({ code: 0 });
    expect(read('libs/shop-client/src/client.ts')).toContain('export interface NotesApi');
    expect(await workspace.nx('run', 'shop-client:check')).toMatchObject({ code: 0 });
    expect(await workspace.nx('run', 'shop-client:generate')).toMatchObject({
      code: 0,
      output: expect.stringContaining('from the cache'),
    });
    expect(await workspace.nx('sync:check')).toMatchObject({ code: 0 });
  });

  it('notices a router that changed, by a check and by a sync, which repairs it', async () => {
    changeRouter('readonly text: string;', 'readonly text: string | null;');
    expect(await workspace.nx('run', 'shop-client:check')).toMatchObject({
      code: 1,
      output: expect.stringContaining('text: string | null'),
    });
    expect(await workspace.nx('sync:check')).toMatchObject({ code: 1 });
    expect(await workspace.nx('sync')).toMatchObject({ code: 0 });
    expect(read('libs/shop-client/src/types.ts')).toContain('text: string | null');
    expect(await workspace.nx('run', 'shop-client:check')).toMatchObject({ code: 0 });
  });

  it('finds what breaks clients that were generated before', async () => {
    await workspace.run('git', 'add', '.');
    await workspace.run('git', '-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '-qm', 'Two');
    changeRouter('readonly text: string | null;', 'readonly words: string;');
    changeRouter('text: input.text,', 'words: input.text,');
    expect(await workspace.nx('run', 'shop-client:generate')).toMatchObject({ code: 0 });
    const against = '--args=--against=git:HEAD:libs/shop-client/contract.json';
    expect(await workspace.nx('run', 'shop-client:breaking', against)).toMatchObject({
      code: 1,
      output: expect.stringContaining('OUTPUT_FIELD_REMOVED'),
    });
  });

  it('serves the router to its client', async () => {
    writeFileSync(
      path('try.mts'),
      `import { appRouter } from '@acme/shop-router';
       import { createClient } from '@acme/shop-client';
       import { serve } from '@trunkline/server';
       const { url, close } = await serve({ router: appRouter, port: 0, host: '127.0.0.1' });
       const api = createClient({ url: url.replace('localhost', '127.0.0.1') });
       const note = await api.notes.add.mutate({ text: 'tea' });
       console.log('written', note.writtenAt instanceof Date, (await api.notes.list.query()).length);
       await api.close();
       await close();`,
    );
    expect(await workspace.run('tsx', 'try.mts')).toMatchObject({
      code: 0,
      output: expect.stringContaining('written true 1'),
    });
    expect(await workspace.nx('run-many', '--targets=typecheck')).toMatchObject({ code: 0 });
  });
});
