// Plays scenarios with the client library that it is told, against the server that it is told.
import type * as Library from '@trunkline/client';
import superjson from 'superjson';
import { SCENARIOS, type ScenarioName, type Scene } from './scenarios.js';
import { OLDER_CONTRACT } from './skew-contract.js';
import type { Payload, SkewRouter } from './skew-router.js';

/** What the spec asks for. */
export interface PlayRequest {
  readonly scenario: ScenarioName;
  readonly payload: Payload;
  readonly port: number;
  /** Stands in the answer too, so that one that is late is not taken for the next. */
  readonly number: number;
}

/** What it gets back. */
export type PlayAnswer = { readonly number: number } & ({ readonly seen: unknown } | { readonly failure: string });

const [moduleUrl = ''] = process.argv.slice(2);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The packed library has no types here; its names are these.
const { createClient } = (await import(moduleUrl)) as typeof Library;

process.on('message', (request: PlayRequest) => {
  void play(request)
    .then((seen): PlayAnswer => ({ number: request.number, seen }))
    .catch(
      (thrown: unknown): PlayAnswer => ({
        number: request.number,
        failure: thrown instanceof Error ? String(thrown.stack) : String(thrown),
      }),
    )
    .then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function play({ scenario, payload, port }: PlayRequest): Promise<unknown> {
  const options = {
    url: `ws://127.0.0.1:${port}/${payload}`,
    connectionParams: { token: 'ada' },
    reconnect: { firstDelayMs: 20, maxDelayMs: 100 },
  };
  const transformed: unknown = { ...options, transformer: superjson };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The type of a router says whether it has a transformer; that of these leaves it open.
  const fitting = payload === 'superjson' ? (transformed as typeof options) : options;
  const client = scenario === 'contract' ? await createGenerated(fitting) : createClient<SkewRouter>(fitting);
  try {
    return await SCENARIOS[scenario]({
      client,
      tell: async (what) => void (await fetch(`http://127.0.0.1:${port}/${what}`)),
    });
  } finally {
    await client.close({ timeoutMs: 100 });
  }
}

// The packed client may be older than its entry for generated clients, and is not asked for it.
async function createGenerated(options: { readonly url: string }): Promise<Scene['client']> {
  const { createGeneratedClient } = await import('@trunkline/client/generated');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A generated client is called in the same way.
  return createGeneratedClient(OLDER_CONTRACT, options) as unknown as Scene['client'];
}
