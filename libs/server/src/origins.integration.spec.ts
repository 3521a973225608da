import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import type { OriginPolicy } from './admission/origin.js';
import { useHarness } from './testing/harness.spec-support.js';

const t = initTRPC.create();
const router = t.router({ fine: t.procedure.query(() => 'fine') });

describe('The origin of a page', () => {
  const harness = useHarness();

  async function connect(origins: OriginPolicy | undefined, origin: string | undefined, subprotocols?: string[]) {
    const { url, port } = await harness.serve({ router, origins });
    const headers = origin === undefined ? {} : { origin: origin.replace('PORT', String(port)) };
    const peer = await harness.connect(url, { headers, ...(subprotocols && { subprotocols }) });
    const outcome = peer
      .call('rpc.hello')
      .then(() => 'served' as const)
      .catch(async () => (await peer.closed).code);
    return { peer, outcome };
  }

  it.each([
    ['same-origin', 'http://127.0.0.1:PORT', 'served'],
    ['same-origin', undefined, 'served'],
    ['same-origin', 'http://127.0.0.1:1', 4003],
    ['same-origin', 'http://127.0.0.1', 4003],
    ['same-origin', 'https://evil.example', 4003],
    ['same-origin', 'http://127.0.0.1:PORT.evil.example', 4003],
    ['same-origin', 'null', 4003],
    ['same-origin', 'no url at all', 4003],
    [undefined, 'https://evil.example', 4003],
    [['https://shop.example'], 'https://shop.example', 'served'],
    [['https://shop.example'], 'http://127.0.0.1:PORT', 'served'],
    [['https://shop.example'], 'http://shop.example', 4003],
    [['https://shop.example'], 'https://shop.example.evil', 4003],
    [[], 'https://shop.example', 4003],
    ['any', 'https://evil.example', 'served'],
    ['any', 'null', 'served'],
  ] as const)('under %j is judged: %j → %j', async (origins, origin, expected) => {
    const { outcome } = await connect(origins, origin);
    expect(await outcome).toBe(expected);
  });

  it('is refused to a stock client with the same code', async () => {
    const { peer } = await connect('same-origin', 'https://evil.example', []);
    const { code, reason } = await peer.closed;
    expect([code, reason]).toEqual([4003, 'the origin https://evil.example is not listed (option origins)']);
  });

  it('that is too long for the reason of a close is refused all the same', async () => {
    const { peer } = await connect('same-origin', `https://${'x'.repeat(200)}.example`);
    expect((await peer.closed).code).toBe(4003);
  });
});

describe('A subprotocol', () => {
  const harness = useHarness();

  async function connect(subprotocols: string[]) {
    const { url } = await harness.serve({ router });
    return harness.connect(url, { subprotocols });
  }

  it('of a version that is not served is closed with 4001', async () => {
    const peer = await connect(['trunkline.v2']);
    expect(await peer.closed).toEqual({ code: 4001, reason: 'this server speaks trunkline.v1' });
  });

  it.each([[['trunkline.v1']], [['trunkline.v2', 'trunkline.v1']], [['other', 'trunkline.v1']]])(
    'is trunkline.v1 where %j is offered',
    async (subprotocols) => {
      const peer = await connect(subprotocols);
      expect(peer.socket.protocol).toBe('trunkline.v1');
      expect(await peer.call('rpc.hello')).toHaveProperty('result');
    },
  );

  it('of somebody else is selected as ws does, and the dialect is the stock one', async () => {
    const peer = await connect(['graphql-ws', 'other']);
    expect(peer.socket.protocol).toBe('graphql-ws');
    peer.send({ id: 1, method: 'query', params: { path: 'fine' } });
    expect(await peer.next()).toEqual({ id: 1, result: { type: 'data', data: 'fine' } });
  });
});
