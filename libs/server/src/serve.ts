import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from './create-server.js';
import type { DrainReport } from './lifecycle/drain.js';
import { type DrainOptions, planDrain } from './lifecycle/drain-plan.js';
import type { ServerOptions } from './options.js';
import type { AnyRouter } from './router/any-router.js';
import type { CloseOptions, TrunklineServer } from './trunkline-server.js';

/** Where and how to listen, beside what `createServer` takes. */
export type ServeOptions<Router extends AnyRouter> = ServerOptions<Router> & {
  /** The port; 0 lets the system choose a free one. @default 3000 */
  readonly port?: number | undefined;
  /** The address to listen on. @default every address of the machine */
  readonly host?: string | undefined;
  /** The path of the WebSocket. @default '/rpc' */
  readonly path?: string | undefined;
  /** Answers plain HTTP requests on the same port. @default 404 for everything */
  readonly onRequest?: RequestListener | undefined;
  /** Whether SIGTERM drains and SIGINT closes the server, and both let the process end. A second one hurries it. @default true */
  readonly handleSignals?: boolean | undefined;
  /** How SIGTERM leaves the clients. @default DrainOptions' own defaults */
  readonly drain?: DrainOptions | undefined;
};

/** A router that is being served. */
export interface Serving {
  /** Where clients connect, such as `ws://localhost:3000/rpc`. */
  readonly url: string;
  readonly port: number;
  readonly httpServer: HttpServer;
  readonly server: TrunklineServer;
  /** Closes the port, sends each client elsewhere in its slot, and closes. */
  drain(options?: DrainOptions): Promise<DrainReport>;
  /** Closes connections and port. */
  close(options?: CloseOptions): Promise<void>;
}

/**
 * Serves a router over WebSockets: http server, upgrade and router in one call.
 *
 * @returns once the port is open.
 * @throws Error with a sentence that says what to do when the port cannot be opened.
 */
export async function serve<Router extends AnyRouter>(options: ServeOptions<Router>): Promise<Serving> {
  const { port: wantedPort = 3000, host, path = '/rpc' } = options;
  // What makes no sense is said now, and not when the process is asked to go.
  planDrain(options.drain);
  const server = createServer(options);
  const httpServer = createHttpServer(options.onRequest ?? answerNotFound);
  server.attach(httpServer, { path });
  const port = await listen(httpServer, wantedPort, host);
  let httpClosed: Promise<void> | undefined;
  const closePort = (): Promise<void> => {
    httpClosed ??= new Promise((resolve) => {
      httpServer.close(() => resolve());
    });
    return httpClosed;
  };
  const close = async (closeOptions?: CloseOptions): Promise<void> => {
    stopSignals();
    const portClosed = closePort();
    await server.close(closeOptions);
    httpServer.closeAllConnections();
    await portClosed;
  };
  const drain = async (drainOptions?: DrainOptions): Promise<DrainReport> => {
    void closePort();
    const report = await server.drain(drainOptions);
    await close();
    return report;
  };
  const stopSignals = options.handleSignals === false ? ignore : onSignals(() => drain(options.drain), close);
  return { url: `ws://${urlHost(host)}:${port}${path}`, port, httpServer, server, drain, close };
}

/** SIGTERM, which asks a server to leave, drains; SIGINT, by which a developer stops it, closes, and so does a second signal. */
function onSignals(drain: () => Promise<unknown>, close: () => Promise<void>): () => void {
  let hasBegun = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    const isGentle = signal === 'SIGTERM' && !hasBegun;
    hasBegun = true;
    void (isGentle ? drain() : close());
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  return () => process.off('SIGTERM', onSignal).off('SIGINT', onSignal);
}

function ignore(): void {
  // Nobody listens to signals, so there is nothing to stop.
}

function listen(httpServer: HttpServer, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    httpServer.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    httpServer.listen(port, host, () => resolve(portOf(httpServer.address(), port)));
  });
}

// A pipe's address is its name; it has no port other than the one asked for.
function portOf(address: AddressInfo | string | null, wanted: number): number {
  return typeof address === 'object' && address !== null ? address.port : wanted;
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  const sentence = {
    EADDRINUSE: `Port ${port} is in use by another program; stop that one or choose another port (option port).`,
    EACCES: `This user may not open port ${port}; choose one of 1024 or more (option port).`,
    EADDRNOTAVAIL: `This machine has no address ${host}; choose one that it has (option host).`,
  }[error.code ?? ''];
  return new Error(sentence ?? `Port ${port} cannot be opened: ${error.message}.`, { cause: error });
}

const answerNotFound: RequestListener = (_request, response) => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('This port serves WebSockets.\n');
};

function urlHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
