import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import type { WebSocketClientOptions, WebSocketLinkOptions } from '@trpc/client';
import type { WSSHandlerOptions } from '@trpc/server/adapters/ws';
import { type AppEnds, appBehaviour } from './app-behaviour.spec-support.js';
import type { AppRouter } from './router.js';
import { applyDiff, readGuideDiffs } from './testing/guide-diff.js';

// The compiler takes its time on a busy machine.
jest.setTimeout(60_000);

const project = fileURLToPath(new URL('..', import.meta.url));
const copies = join(project, 'dist', 'migrated');
const guide = new URL('../../../docs/guides/migration.md', import.meta.url);
const diffs = readGuideDiffs(guide);
rmSync(copies, { recursive: true, force: true });

/** Copies the application as it stands, does to it what the guide says, and loads both ends. */
async function migrate(name: string, titles: readonly string[]): Promise<AppEnds> {
  const copy = join(copies, name);
  mkdirSync(copy, { recursive: true });
  const source = (path: string): boolean => !/spec|testing|main/.test(path.slice(project.length));
  cpSync(join(project, 'src'), join(copy, 'src'), { recursive: true, filter: source });
  for (const title of titles) {
    const diff = diffs.get(title);
    if (diff === undefined) throw new Error(`The guide has no diff with the title "${title}".`);
    const file = join(copy, diff.file);
    writeFileSync(file, applyDiff(readFileSync(file, 'utf8'), diff));
  }
  const { createAppServer } = (await import(join(copy, 'src/server.ts'))) as Pick<AppEnds, 'createAppServer'>;
  const { createAppClient } = (await import(join(copy, 'src/client.ts'))) as Pick<AppEnds, 'createAppClient'>;
  return { createAppServer, createAppClient };
}

const stages = [
  { stage: 'stock at both ends', titles: [], ends: await migrate('neither', []) },
  { stage: 'the server moved first', titles: ['the server'], ends: await migrate('server', ['the server']) },
  {
    stage: 'the client moved first',
    titles: ['the client, before its server'],
    ends: await migrate('client', ['the client, before its server']),
  },
  {
    stage: 'both moved',
    titles: ['the server', 'the client'],
    ends: await migrate('both', ['the server', 'the client']),
  },
];

describe.each(stages)('the notes with $stage', ({ ends }) => appBehaviour(ends));

// The compiler refuses these lists when tRPC has an option that they lack, or has one no longer.
const handlerOptions: Record<keyof WSSHandlerOptions<AppRouter>, true> = {
  wss: true,
  router: true,
  createContext: true,
  onError: true,
  prefix: true,
  keepAlive: true,
  maxBatchSize: true,
  allowBatching: true,
  batching: true,
  allowMethodOverride: true,
  experimental_encoder: true,
  dangerouslyDisablePong: true,
};
const clientOptions: Record<keyof WebSocketClientOptions | keyof WebSocketLinkOptions<AppRouter>, true> = {
  url: true,
  connectionParams: true,
  WebSocket: true,
  retryDelayMs: true,
  lazy: true,
  keepAlive: true,
  onOpen: true,
  onClose: true,
  onError: true,
  experimental_encoder: true,
  client: true,
  transformer: true,
};

describe('the guide', () => {
  it.each([
    { heading: 'applyWSSHandler', options: handlerOptions },
    { heading: 'createWSClient and wsLink', options: clientOptions },
  ])('says of every option of $heading what it is called here', ({ heading, options }) => {
    const [, section = ''] = readFileSync(guide, 'utf8').split(`\n### ${heading}\n`);
    const [table = ''] = section.split('\n#');
    const names = table.split('\n').map((row) => row.split(' | ')[0] ?? '');
    const isNamed = (option: string): boolean => names.some((cell) => cell.match(/\w+/g)?.includes(option));
    expect(Object.keys(options).filter((option) => !isNamed(option))).toEqual([]);
  });

  it('changes one line at each end, beside imports', () => {
    expect([...diffs.keys()]).toEqual(['the server', 'the client', 'the client, before its server']);
    for (const { replacements } of diffs.values()) {
      const added = replacements.flatMap((replacement) => replacement.added.split('\n'));
      expect(added.filter((line) => line !== '' && !line.startsWith('import '))).toHaveLength(1);
    }
  });

  it('leaves an application that the compiler accepts', async () => {
    const settings = {
      extends: '../../tsconfig.json',
      compilerOptions: { types: ['node'] },
      include: ['*/src'],
    };
    writeFileSync(join(copies, 'tsconfig.json'), JSON.stringify(settings));
    const compiler = join(project, '../../node_modules/@typescript/native/bin/tsc');
    const { stdout } = await promisify(execFile)(compiler, ['-p', join(copies, 'tsconfig.json'), '--noEmit']);
    expect(stdout).toBe('');
  });
});
