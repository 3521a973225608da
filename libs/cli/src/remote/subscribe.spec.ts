import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../testing/fake-terminal.js';
import { type ShopOptions, type ShopServer, startShop } from '../testing/shop-server.js';

let server: ShopServer;
let terminal: FakeTerminal;

async function start(options: ShopOptions = {}): Promise<void> {
  server = await startShop(options);
  terminal = new FakeTerminal();
}
const subscribe = (...argv: readonly string[]): Promise<number> => terminal.run('subscribe', server.url, ...argv);

afterEach(() => server.stop());

describe('trunkline subscribe', () => {
  it('prints each event as a line, and ends with the subscription', async () => {
    await start();
    expect(await subscribe('count', '{"to":3}')).toBe(0);
    expect(terminal.stdout.lines).toEqual(['{"number":1}', '{"number":2}', '{"number":3}']);
  });

  it('ends after so many events, or after a time', async () => {
    await start();
    expect(await subscribe('endless', '--count', '2')).toBe(0);
    expect(terminal.stdout.lines).toHaveLength(2);
    expect(await subscribe('tracked', '--for-ms', '30')).toBe(0);
  });

  it('prints positions where they are wanted', async () => {
    await start();
    await subscribe('tracked', '--with-position', '--count', '2');
    expect(terminal.stdout.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { seq: 1, id: 'a7', data: { id: 'a7', data: 'first' } },
      { seq: 2, id: 'a8', data: { id: 'a8', data: 'second' } },
    ]);
  });

  it('shows values that JSON has no form for', async () => {
    await start({ isRich: true });
    await subscribe('days', '--superjson', '--count', '2');
    expect(terminal.stdout.lines[1]).toBe('{"at":"1970-01-02T00:00:00.000Z"}');
  });

  it('asks for no more than its reader takes', async () => {
    await start();
    terminal.stdout.stall();
    const ended = subscribe('endless', '--count', '300');
    await terminal.stdout.said('\n');
    const waiting = server.log.endlessCount;
    expect(waiting).toBeLessThan(200);
    terminal.stdout.drain();
    expect(await ended).toBe(0);
    expect(terminal.stdout.lines).toHaveLength(300);
  });

  it('ends without a word when it is interrupted or its reader goes', async () => {
    await start();
    const interrupted = subscribe('endless');
    await terminal.stdout.said('\n');
    terminal.interrupt();
    expect(await interrupted).toBe(0);
    terminal = new FakeTerminal();
    const left = subscribe('endless');
    await terminal.stdout.said('\n');
    terminal.stdout.leave();
    expect(await left).toBe(0);
    expect(terminal.stderr.text).toBe('');
  });

  it('goes on where it was after a lost connection, and says so', async () => {
    await start();
    const ended = subscribe('endless', '--count', '2000');
    await terminal.stdout.said('\n');
    server.cut();
    expect(await ended).toBe(0);
    expect(terminal.stderr.text).toContain('Connected again.');
    expect(terminal.stderr.text).toContain('Nothing was missed.');
    const numbers = terminal.stdout.lines.map((line) => Number(/"number":(\d+)/u.exec(line)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1));
  });

  it('ends with 3 where the procedure fails, and with 1 where it is none', async () => {
    await start();
    expect(await subscribe('failing')).toBe(3);
    expect(terminal.stdout.text).toBe('"one"\n');
    expect(terminal.stderr.text).toContain('CONFLICT: The shelf fell.');
    terminal = new FakeTerminal();
    expect(await subscribe('count', '--stock', '--with-position')).toBe(1);
  });
});
