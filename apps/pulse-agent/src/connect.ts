import { createTRPCClient, createWSClient, TRPCClientError, wsLink } from '@trpc/client';
import type { AppRouter } from '@trunkline/pulse-server/router';
import superjson from 'superjson';
import { WebSocket } from 'ws';
import type { Connection, ReportOutcome } from './connection.js';

const timeoutMs = 5_000;

// tRPC's client wants the browser's WebSocket, which Node 20 does not have.
globalThis.WebSocket ??= Object.assign(WebSocket);

/** Opens the way to the server at `url`; it need not be there yet. */
export function connect(url: string, hostName: string): Connection {
  const socket = createWSClient({ url, connectionParams: { name: `agent on ${hostName}` } });
  const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket, transformer: superjson })] });
  return {
    report: (report) =>
      client.hosts.report
        .mutate(report, { signal: AbortSignal.timeout(timeoutMs) })
        .then((): ReportOutcome => ({ name: 'stored' }), toOutcome),
    close: () => socket.close(),
  };
}

const finalCodes = new Set<string>([
  'BAD_REQUEST',
  'PARSE_ERROR',
  'NOT_FOUND',
  'PRECONDITION_FAILED',
  'PAYLOAD_TOO_LARGE',
]);

function toOutcome(error: unknown): ReportOutcome {
  const reason = error instanceof Error ? error.message : String(error);
  const code = isAnswered(error) ? error.data?.code : undefined;
  return { name: code !== undefined && finalCodes.has(code) ? 'refused' : 'failed', reason };
}

function isAnswered(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}
