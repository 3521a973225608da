import { describe, expect, it } from '@jest/globals';
import { useHarness } from './testing/harness.spec-support.js';
import { createFeed } from './testing/kept-feed.spec-support.js';

const compatibility = { trunkline: 1, contract: 'served', procedures: { fine: ['f2', 'f1'], live: ['l2'] } };
const discover = { openrpc: '1.4.0', info: { title: 'Feed', version: '1' }, methods: [] };
const request = (id: number | string, method: string, params?: unknown) => ({ jsonrpc: '2.0', id, method, params });

describe('A contract on the wire', () => {
  const harness = useHarness();

  async function serve(contract?: { compatibility: typeof compatibility; discover?: object }) {
    const feed = createFeed();
    const serving = await harness.serve({
      router: feed.router,
      contract,
      createContext: () => ({ user: null }),
    });
    return { ...feed, ...serving };
  }

  it('is told with the welcome, by its hash', async () => {
    const { url } = await serve({ compatibility });
    const peer = await harness.connect(url);
    expect(await peer.call('rpc.hello', { contract: 'mine' })).toMatchObject({ result: { contract: 'served' } });
    const other = await serve();
    const stranger = await harness.connect(other.url);
    expect(await stranger.call('rpc.hello', { contract: 'mine' })).not.toHaveProperty('result.contract');
  });

  it('refuses one procedure alone, with both contracts, and is counted', async () => {
    const { url, server } = await serve({ compatibility });
    const peer = await harness.native(url, { contract: 'mine' });
    expect(await peer.call('fine', { shape: 'f1' })).toMatchObject({ result: { output: 'fine' } });
    expect(await peer.call('live', { shape: 'l1', credit: 1 })).toMatchObject({
      error: {
        code: -32055,
        data: {
          code: 'UPGRADE_REQUIRED',
          ran: false,
          path: 'live',
          shape: 'l1',
          clientContract: 'mine',
          serverContract: 'served',
        },
      },
    });
    expect(await peer.call('live', { shape: 'l2', credit: 1 })).toMatchObject({ result: { subscription: 1 } });
    expect(server.stats().callsFailed.UPGRADE_REQUIRED).toBe(1);
  });

  it('holds to it what was sent in the same breath as the hello', async () => {
    const { url } = await serve({ compatibility });
    const peer = await harness.connect(url);
    peer.request('rpc.hello', { contract: 'mine' }, 1);
    peer.request('fine', { shape: 'f0' }, 2);
    expect(await peer.answerTo(2)).toMatchObject({ error: { data: { clientContract: 'mine' } } });
  });

  it('refuses an item of a batch without harm to the others', async () => {
    const { url } = await serve({ compatibility });
    const peer = await harness.native(url);
    peer.send([request(1, 'fine', { shape: 'f0' }), request(2, 'fine', { shape: 'f2' }), request(3, 'fine')]);
    const { value } = await peer.next();
    expect(value).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 1, error: expect.objectContaining({ code: -32055 }) }),
        { jsonrpc: '2.0', id: 2, result: { output: 'fine' } },
        { jsonrpc: '2.0', id: 3, result: { output: 'fine' } },
      ]),
    );
  });

  it('refuses a resume in an old form, before any middleware, and leaves the run for a client that fits', async () => {
    const { url, push, log } = await serve({ compatibility });
    const client = { instance: 'me' };
    const first = await harness.native(url, { client });
    push('a');
    await first.call('live', { shape: 'l2', credit: 1 });
    const { cursor: after } = await first.notified('rpc.next');
    first.socket.terminate();
    const second = await harness.native(url, { client });
    expect(await second.call('live', { shape: 'l1', after })).toMatchObject({ error: { code: -32055 } });
    expect(await second.call('live', { shape: 'l2', after })).toMatchObject({ result: { resumed: 'recovered' } });
    expect(log).toEqual(['live begins']);
  });

  it('is given as a document to who asks, where the option says so', async () => {
    const { url } = await serve({ compatibility, discover });
    const peer = await harness.connect(url);
    const asked = peer.answerTo(peer.request('rpc.discover', undefined, 'early'));
    await peer.call('rpc.hello', {});
    expect(await asked).toEqual({ jsonrpc: '2.0', id: 'early', result: discover });
    peer.send([request(5, 'rpc.discover'), request(6, 'fine')]);
    const { value } = await peer.next();
    expect(value).toMatchObject([
      { id: 5, error: { data: { code: 'BAD_REQUEST' } } },
      { id: 6, result: { output: 'fine' } },
    ]);
    const silent = await harness.native((await serve({ compatibility })).url);
    expect(await silent.call('rpc.discover')).toMatchObject({ error: { data: { code: 'METHOD_NOT_FOUND' } } });
  });
});
