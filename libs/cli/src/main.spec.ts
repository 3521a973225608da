import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ShopServer, startShop } from './testing/shop-server.js';

const SPEC_TIMEOUT_MS = 60_000;
const main = fileURLToPath(new URL('main.ts', import.meta.url));

let server: ShopServer;

beforeEach(async () => {
  server = await startShop();
});

afterEach(() => server.stop());

function run(
  ...argv: readonly string[]
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=@trunkline/source', main, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
}

describe('the process of a command', () => {
  it(
    'ends with the code of the command',
    async () => {
      const child = run('call', server.url, 'orders.missing');
      const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
      expect(code).toBe(3);
      expect(err).toContain('NOT_FOUND');
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'ends at SIGINT, having unsubscribed',
    async () => {
      const child = run('subscribe', server.url, 'endless');
      await once(child.stdout, 'data');
      child.stdout.resume();
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      expect(await exit).toEqual([0, null]);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'ends quietly when its reader goes',
    async () => {
      const child = run('subscribe', server.url, 'endless');
      await once(child.stdout, 'data');
      const [err, [code]] = await Promise.all([
        text(child.stderr),
        once(child, 'exit'),
        Promise.resolve(Reflect.apply(Reflect.get(child.stdout, 'destroy'), child.stdout, [])),
      ]);
      expect({ err, code }).toEqual({ err: '', code: 0 });
    },
    SPEC_TIMEOUT_MS,
  );
});
