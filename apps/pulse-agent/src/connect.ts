import { createClient, TrunklineError } from '@trunkline/client';
import type { AppRouter } from '@trunkline/pulse-server/router';
import superjson from 'superjson';
import type { Connection, ReportOutcome } from './connection.js';

const timeoutMs = 5_000;

/** Opens the way to the server at `url`; it need not be there yet. */
export function connect(url: string, hostName: string): Connection {
  const client = createClient<AppRouter>({
    url,
    transformer: superjson,
    connectionParams: { name: `agent on ${hostName}` },
    // An agent has nobody to spare: a server that was restarted is found again within seconds.
    reconnect: { maxDelayMs: 3_000 },
  });
  return {
    report: (report) =>
      client.hosts.report.mutate(report, { timeoutMs }).then((): ReportOutcome => ({ name: 'stored' }), toOutcome),
    close: () => client.close({ timeoutMs: 1_000 }),
  };
}

// What the server would answer again to the same report. Anything else, such as a full disk of the server, may pass.
const finalCodes = new Set<string>([
  'BAD_REQUEST',
  'PARSE_ERROR',
  'NOT_FOUND',
  'PRECONDITION_FAILED',
  'PAYLOAD_TOO_LARGE',
]);

function toOutcome(error: unknown): ReportOutcome {
  const reason = error instanceof Error ? error.message : String(error);
  const isFinal = error instanceof TrunklineError && finalCodes.has(error.code);
  return { name: isFinal ? 'refused' : 'failed', reason };
}
