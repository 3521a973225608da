import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../testing/fake-terminal.js';
import { type ShopServer, startShop, startStockShop } from '../testing/shop-server.js';

let server: ShopServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function call(start: () => Promise<ShopServer>, ...argv: readonly string[]): Promise<FakeTerminal> {
  server ??= await start();
  const terminal = new FakeTerminal();
  await terminal.run('call', server.url, ...argv);
  return terminal;
}
const rich = (): Promise<ShopServer> => startShop({ isRich: true });

describe('trunkline call', () => {
  it('prints the answer as one line of JSON where nobody looks', async () => {
    const { stdout, stderr, exitCode } = await call(startShop, 'orders.byId', '{"id":7}');
    expect({ out: stdout.text, err: stderr.text, exitCode }).toEqual({
      out: '{"id":7,"item":"tea"}\n',
      err: '',
      exitCode: 0,
    });
  });

  it('shows it to a person over several lines', async () => {
    server = await rich();
    const terminal = new FakeTerminal();
    terminal.stdout.isTTY = true;
    await terminal.run('call', server.url, 'everything', '--superjson');
    expect(terminal.stdout.text).toContain('1970-01-01T00:00:00.000Z');
    expect(terminal.stdout.text).toContain('3n');
  });

  it('reads the input from the standard input or a file', async () => {
    server = await startShop();
    const fromInput = new FakeTerminal({ stdin: '{"id":8}' });
    await fromInput.run('call', server.url, 'orders.byId', '-');
    expect(fromInput.stdout.text).toContain('"id":8');
    const folder = await mkdtemp(join(tmpdir(), 'trunkline-call-'));
    writeFileSync(join(folder, 'input.json'), '{"id":9}');
    const fromFile = new FakeTerminal({ cwd: folder });
    await fromFile.run('call', server.url, 'orders.byId', '--input-file', 'input.json');
    expect(fromFile.stdout.text).toContain('"id":9');
    await rm(folder, { recursive: true });
  });

  it('runs a mutation once, whether it is said to be one or not', async () => {
    expect((await call(startShop, 'orders.add', '5')).stdout.text).toBe('1\n');
    expect((await call(startShop, 'orders.add', '6', '--mutation')).stdout.text).toBe('2\n');
    expect(server?.log.added).toEqual([5, 6]);
  });

  it('sends headers and parameters to the context', async () => {
    const flags = ['--header', 'X-Trace=abc', '--connection-params', '{"token":"t"}'];
    expect((await call(startShop, 'whoAmI', ...flags)).stdout.text).toBe('{"token":"t","trace":"abc"}\n');
  });

  it("calls tRPC's own server", async () => {
    expect((await call(startStockShop, 'orders.byId', '{"id":7}', '--stock')).stdout.text).toContain('"item":"tea"');
    expect((await call(startStockShop, 'orders.add', '7', '--stock', '--mutation')).stdout.text).toBe('1\n');
  });

  it('says on stderr what the procedure answered with, without letting it move the cursor', async () => {
    const { stdout, stderr, exitCode } = await call(startShop, 'orders.missing');
    expect(exitCode).toBe(3);
    expect(stdout.text).toBe('');
    expect(stderr.text).toContain('error: NOT_FOUND: There is no such order.\\x1b[31m');
  });

  it('tells which option is wanting', async () => {
    expect((await call(rich, 'dayAfter', '{"at":"x"}')).stderr.text).toContain('add --superjson');
    expect((await call(rich, 'days')).stderr.text).toContain('use trunkline subscribe');
  });

  it('ends with 2 where nobody answers, and with 1 for what makes no call', async () => {
    const terminal = new FakeTerminal();
    expect(await terminal.run('call', 'ws://127.0.0.1:1/rpc', 'a')).toBe(2);
    expect(terminal.stderr.text).toContain('error: ');
    for (const argv of [
      ['not a url', 'a'],
      ['ws://x/rpc', 'a', '{'],
      ['ws://x/rpc', 'a', '--query', '--mutation'],
    ]) {
      expect(await new FakeTerminal().run('call', ...argv)).toBe(1);
    }
  });

  it('gives up after the time that it was given, and when it is interrupted', async () => {
    expect((await call(startShop, 'never', '--timeout-ms', '50')).stderr.text).toMatch(/TIME(?:OUT|D_OUT)/u);
    if (server === undefined) throw new Error('It runs.');
    const terminal = new FakeTerminal();
    const ended = terminal.run('call', server.url, 'never');
    terminal.interrupt();
    expect(await ended).toBe(130);
    expect(terminal.stderr.text).toBe('');
  });
});
