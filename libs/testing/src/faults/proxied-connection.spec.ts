import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProxiedPairs, turns, until } from '../testing/proxied-pair.spec-support.js';

describe('ProxiedConnection', () => {
  let pairs: ProxiedPairs;

  beforeEach(async () => {
    pairs = await new ProxiedPairs().open();
  });

  afterEach(() => pairs.close());

  it('freezes one direction, ends included, and delivers all when it thaws', async () => {
    const { client, server, connection } = await pairs.connect();
    connection.freeze('toServer');
    client.socket.end('held');
    server.socket.write('free');
    await until(() => client.heard === 'free');
    await turns(20);
    expect([server.heard, server.end]).toEqual(['', undefined]);
    connection.thaw('toServer');
    await until(() => server.end === 'end');
    expect(server.heard).toBe('held');
  });

  it('holds a reset too, as a network does that has lost its way', async () => {
    const { client, server, connection } = await pairs.connect();
    connection.freeze();
    client.socket.resetAndDestroy();
    await turns(50);
    expect(server.end).toBeUndefined();
    connection.thaw();
    await until(() => server.end === 'reset');
  });

  it.each(['reset', 'end'] as const)('cuts with a %s that both ends read', async (kind) => {
    const { client, server, connection } = await pairs.connect();
    await connection.cut(kind);
    await until(() => client.end !== undefined && server.end !== undefined);
    expect([client.end, server.end]).toEqual([kind, kind]);
  });

  it('passes on that one side is done while the other still talks', async () => {
    const { client, server } = await pairs.connect();
    client.socket.end('question');
    await until(() => server.end === 'end');
    server.socket.end('answer');
    await until(() => client.end === 'end');
    expect([server.heard, client.heard]).toEqual(['question', 'answer']);
  });

  it('lets go of a corruption that never came about', async () => {
    const { connection } = await pairs.connect();
    const corrupted = connection.corrupt();
    await connection.cut();
    await expect(corrupted).resolves.toBeUndefined();
  });
});
