import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { serve } from './serve.js';
import { useHarness } from './testing/harness.spec-support.js';

const t = initTRPC.create();
const router = t.router({ get: t.procedure.query(() => 'got') });

describe('serve', () => {
  const harness = useHarness();

  it('answers calls at the address that it names', async () => {
    const serving = await harness.serve({ router, path: '/live' });
    expect(serving.url).toBe(`ws://127.0.0.1:${serving.port}/live`);
    const peer = await harness.native(serving.url);
    expect(await peer.call('get')).toMatchObject({ result: { output: 'got' } });
    expect(serving.server.connectionCount).toBe(1);
  });

  it.each([
    [undefined, 'localhost'],
    ['0.0.0.0', 'localhost'],
    ['::', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '[::1]'],
  ])('listening on %p it names the host %p', async (host, named) => {
    const serving = await harness.serve({ router, host });
    expect(serving.url).toBe(`ws://${named}:${serving.port}/rpc`);
  });

  it('closes its port and its connections, and does so once when it is asked twice', async () => {
    const serving = await harness.serve({ router });
    const peer = await harness.native(serving.url);
    await Promise.all([serving.close(), serving.close()]);
    expect((await peer.closed).code).toBe(4200);
    expect(serving.httpServer.listening).toBe(false);
  });

  it('says what to do when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    harness.closeLater(() => other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(harness.serve({ router, port })).rejects.toThrow(
      `Port ${port} is in use by another program; stop that one or choose another port (option port).`,
    );
  });

  it('says what to do when the address is not one of this machine', async () => {
    await expect(harness.serve({ router, host: '192.0.2.1' })).rejects.toThrow(
      'This machine has no address 192.0.2.1; choose one that it has (option host).',
    );
  });

  it('leaves no listener of signals behind', async () => {
    const before = process.listenerCount('SIGTERM');
    const serving = await serve({ router, port: 0, host: '127.0.0.1' });
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    await serving.close();
    expect(process.listenerCount('SIGTERM')).toBe(before);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'leaves on %s and lets the process end',
    async (signal) => {
      const script = `
        import { initTRPC } from '@trpc/server';
        import { serve } from ${JSON.stringify(new URL('./serve.ts', import.meta.url).pathname)};
        const serving = await serve({ router: initTRPC.create().router({}), port: 0, host: '127.0.0.1', drain: { deadlineMs: 300 } });
        console.log(serving.url);`;
      const child = spawn(
        process.execPath,
        ['--conditions=@trunkline/source', '--import', 'tsx', '--input-type=module', '--eval', script],
        { cwd: new URL('.', import.meta.url), stdio: ['ignore', 'pipe', 'inherit'] },
      );
      harness.closeLater(() => child.kill('SIGKILL'));
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const peer = await harness.native(line.toString().trim());
      child.kill(signal);
      expect((await peer.closed).code).toBe(4200);
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
    20_000,
  );
});
