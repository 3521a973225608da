import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { Gate } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';

const t = initTRPC.create();
const LONG = 'é'.repeat(4_000_000);

describe('A long answer', () => {
  const harness = useHarness();

  async function open(features: readonly string[]) {
    const started = new Gate();
    let runCount = 0;
    const router = t.router({
      long: t.procedure.query(() => LONG),
      report: t.procedure.mutation(() => {
        runCount += 1;
        started.open();
        return LONG;
      }),
      small: t.procedure.query(() => 'small'),
    });
    const serving = await harness.serve({ router });
    const peer = await harness.native(serving.url, { features, client: { instance: 'i' } });
    return { serving, peer, started, runCount: () => runCount };
  }

  it('does not hold up a small one behind it, for a client that takes pieces', async () => {
    const { peer } = await open(['parts']);
    const [long, small] = [peer.request('long'), peer.request('small')];
    await peer.answerTo(small);
    const seen = peer.log.findIndex((line) => line.includes('"output":"small"'));
    expect(peer.log.slice(0, seen).filter((line) => line.includes('rpc.part')).length).toBeLessThan(16);
    const { result } = await peer.answerTo(long);
    const pieces = peer.untaken.map(({ params }) => (params as { text: string }).text);
    expect(result).toEqual({ parts: pieces.length });
    expect(JSON.parse(pieces.join('')) === LONG).toBe(true);
  });

  it('comes in one piece to others', async () => {
    const { peer } = await open([]);
    const { result } = await peer.call('long');
    expect((result as { output: string }).output === LONG).toBe(true);
  });

  it('of a mutation with a key comes in pieces too, also when it is given again', async () => {
    const { peer, runCount } = await open(['parts']);
    for (let sending = 0; sending < 2; sending += 1) {
      const { result } = await peer.call('report', { key: 'i:1' });
      const texts = peer.takeAll().map(({ params }) => (params as { text: string }).text);
      if (sending === 0) expect(JSON.parse(texts.join('')) === LONG).toBe(true);
      else expect(result ?? 'not kept').toBeDefined();
    }
    expect(runCount()).toBe(1);
  });

  it('is sent to its end before a server that stops closes the connection', async () => {
    const { serving, peer, started } = await open(['parts']);
    const id = peer.request('report');
    await started.opened;
    const closed = serving.close();
    expect(await peer.answerTo(id)).toHaveProperty('result.parts');
    expect((await peer.closed).code).toBe(4200);
    await closed;
  });
});
