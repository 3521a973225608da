import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../fake-clock.js';
import { ProxiedPairs, turns, until } from '../testing/proxied-pair.spec-support.js';

const HEAD = 'HTTP/1.1 101 Switching Protocols\r\n\r\n';
const frame = (text: string): string => `\x81${String.fromCharCode(text.length)}${text}`;
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('Lane', () => {
  let clock: FakeClock;
  let pairs: ProxiedPairs;

  beforeEach(async () => {
    clock = new FakeClock();
    pairs = await new ProxiedPairs().open({ clock, maxHeldBytes: 100_000 });
  });

  afterEach(() => pairs.close());

  it('delivers late by the delay and in order, whatever the jitter', async () => {
    const { client, server, connection } = await pairs.connect();
    connection.delay({ delayMs: 50, jitterMs: 30 }, 'toServer');
    for (const text of ['1', '2', '3']) {
      client.socket.write(text);
      await turns(20);
    }
    connection.delay({ delayMs: 0 });
    client.socket.write('4');
    await turns(20);
    expect(server.heard).toBe('');
    clock.advance(49);
    await turns(20);
    expect(server.heard).toBe('');
    clock.advance(31);
    await until(() => server.heard === '1234');
    server.socket.write('back');
    await until(() => client.heard === 'back');
  });

  it('lets no more through than the throttle', async () => {
    const { client, server, connection } = await pairs.connect();
    connection.throttle(1000, 'toServer');
    client.socket.write('x'.repeat(100));
    await until(() => server.heard.length === 20);
    for (let piece = 2; piece <= 5; piece += 1) {
      await turns(10);
      expect(server.heard).toHaveLength(20 * (piece - 1));
      clock.advance(20);
      await until(() => server.heard.length === 20 * piece);
    }
  });

  it('stops reading when it holds as much as it may, and goes on with all of it', async () => {
    const { client, server, connection } = await pairs.connect();
    connection.freeze();
    const sent = 12_000_000;
    client.socket.write('x'.repeat(sent));
    await turns(200);
    expect(client.socket.writableLength).toBeGreaterThan(1_000_000);
    connection.thaw();
    await until(() => server.byteCount === sent);
  });

  it('cuts inside a text frame, so that a part of it arrives and no more', async () => {
    const { client, server, connection } = await pairs.connect();
    server.socket.write(bytesOf(HEAD + frame('whole')));
    await until(() => client.heard.endsWith('whole'));
    const closed = connection.cutInFrame('toClient');
    server.socket.write(bytesOf(frame('never all of it') + frame('never')));
    await closed;
    await until(() => client.end !== undefined);
    const tail = client.heard.slice((HEAD + frame('whole')).length);
    expect(tail.length).toBeGreaterThan(2);
    expect(frame('never all of it').startsWith(tail)).toBe(true);
    expect(tail.length).toBeLessThan(frame('never all of it').length);
  });

  it.each([true, false])('flips one bit of a text frame and of nothing else (detectable: %s)', async (isDetectable) => {
    const { client, server, connection } = await pairs.connect();
    const corrupted = connection.corrupt({ isDetectable });
    server.socket.write(bytesOf(`${HEAD}\x89\x01p${frame('text')}${frame('clean')}`));
    await corrupted;
    await until(() => client.heard.endsWith('clean'));
    const text = client.bytes.subarray(HEAD.length + 5, HEAD.length + 9);
    const flips = [...text].map((byte, index) => byte ^ ('text'.codePointAt(index) ?? 0)).filter((bits) => bits > 0);
    expect(flips).toHaveLength(1);
    expect(Math.log2(flips[0] ?? 0) % 1).toBe(0);
    expect(flips[0] === 0x80 || !isDetectable).toBe(true);
    expect(client.heard.startsWith(`${HEAD}\x89\x01p`)).toBe(true);
  });
});
