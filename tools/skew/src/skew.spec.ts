import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readManifest } from './packed-libraries.js';
import { Peer, type PeerLibrary } from './peer.js';
import type { ScenarioName, SeenFailure } from './peers/scenarios.js';
import { PAYLOADS } from './peers/skew-router.js';
import { unpackLibraries } from './unpack.js';

const manifest = readManifest();
const packed = `packed ${manifest.version}`;

// Two versions meet whenever clients are not renewed together with their server, that is, at every deployment.
describe.each<[string, 'here' | 'packed', 'here' | 'packed']>([
  [`The ${packed} client with the server as it is here`, 'packed', 'here'],
  [`The client as it is here with the ${packed} server`, 'here', 'packed'],
])('%s', (_pair, clientSide, serverSide) => {
  let client: Peer;
  let server: Peer;
  let port: number;

  beforeAll(async () => {
    const modules = await unpackLibraries(manifest);
    const libraryOf = (library: 'client' | 'server', side: 'here' | 'packed'): PeerLibrary =>
      side === 'here'
        ? { moduleUrl: `@trunkline/${library}`, isSource: true }
        : { moduleUrl: modules[library], isSource: false };
    server = new Peer('server', libraryOf('server', serverSide));
    client = new Peer('client', libraryOf('client', clientSide));
    const [address] = await Promise.all([server.said() as Promise<{ port: number }>, client.said()]);
    ({ port } = address);
  }, 60_000);

  afterAll(() => Promise.all([client.end(), server.end()]));

  describe.each(PAYLOADS)('with %s payloads', (payload) => {
    const play = (scenario: ScenarioName): Promise<unknown> => client.play({ scenario, payload, port });

    it('queries, with what its context was given', async () => {
      const keepsTypes = payload === 'superjson';
      expect(await play('query')).toEqual({
        id: 7,
        time: '1970-01-01T00:00:00.000Z',
        isDate: keepsTypes,
        isSet: keepsTypes,
        token: 'ada',
      });
    });

    it('has many calls in flight answered', async () => {
      expect(await play('many')).toBe(true);
    });

    it('gets a large answer whole', async () => {
      expect(await play('large')).toEqual({ length: 300_000, isWhole: true });
    });

    it('mutates once for each call', async () => {
      expect(await play('mutation')).toEqual([2, 5]);
    });

    it('is told of errors by their codes, and of nothing inside the server', async () => {
      const errors = (await play('errors')) as Record<string, SeenFailure>;
      expect(errors).toMatchObject({
        thrown: { code: 'CONFLICT', message: 'It is taken.', outcome: 'rejected' },
        masked: { code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error', outcome: 'rejected' },
        refused: { code: 'BAD_REQUEST', outcome: 'rejected' },
        unknown: { code: 'NOT_FOUND', outcome: 'rejected' },
        stream: { code: 'FORBIDDEN', message: 'No more for you.' },
      });
    });

    it('cancels a call, and leaves a subscription, so that both end on the server', async () => {
      expect(await play('cancel')).toEqual({ code: 'CANCELLED', outcome: 'cancelled', aborted: 1, endedStreams: 1 });
    });

    it('holds a call to its deadline', async () => {
      expect(await play('deadline')).toEqual({ code: 'TIMEOUT', outcome: 'timed-out' });
    });

    it('reads a subscription to its end, over many grants of credit', async () => {
      expect(await play('subscription')).toEqual({ count: 1000, isInOrder: true });
    });

    it('resumes a tracked subscription behind its last event after a lost connection', async () => {
      expect(await play('resume')).toEqual({ startCount: 2, gaps: [], silentJumpCount: 0 });
    });

    it('loses nothing of an untracked one without being told', async () => {
      expect(await play('untracked')).toMatchObject({ startCount: 2, silentJumpCount: 0 });
    });

    it('runs a mutation once whose connection is lost, and says that its outcome is not known', async () => {
      const seen = await play('lost');
      expect(seen).toMatchObject({ runCount: 1 });
      expect(['CONNECTION_LOST', 'OUTCOME_UNKNOWN']).toContain((seen as SeenFailure).code);
    });

    if (clientSide === 'here') {
      it('works as a generated client of an older contract, whether the server knows of contracts or not', async () => {
        expect(await play('contract')).toEqual({ id: 7, added: 3, count: 3 });
      });
    }

    it('has its running call answered and its next one run by the next server, when a server stops', async () => {
      expect(await play('drain')).toEqual({ answer: 1, later: 8, runCount: 1 });
    });
  });
});
