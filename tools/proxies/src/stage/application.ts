import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import { initTRPC, tracked } from '@trpc/server';
import { createServer, type ServerOptions, type TrunklineServer } from '@trunkline/server';
import { z } from 'zod';
import { OrderBook } from './order-book.js';

/** What a specification says of the application behind the proxy. */
export interface ApplicationSetting {
  /** What its page says. @default 'the page' */
  readonly page?: string;
  readonly port?: number;
  readonly book?: OrderBook;
  /** Serves TLS itself. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  readonly options?: Partial<ServerOptions<AppRouter>>;
}

/** Pages and sockets on one port, as an application has them. */
export class Application {
  readonly book: OrderBook;
  readonly server: TrunklineServer;
  readonly http: Server;

  constructor({ page = 'the page', book = new OrderBook(), tls, options }: ApplicationSetting) {
    this.book = book;
    const answer: RequestListener = (_request, response) => void response.end(page);
    this.http = tls ? createHttpsServer({ cert: tls.certificate, key: tls.key }, answer) : createHttpServer(answer);
    const router = createRouter(book);
    this.server = createServer<AppRouter>({
      createContext: ({ req, info }) => ({
        forwardedFor: String(req.headers['x-forwarded-for']),
        hasParams: info.connectionParams !== null,
      }),
      ...options,
      router,
    });
    this.server.attach(this.http, { path: '/rpc' });
  }

  static async start(setting: ApplicationSetting = {}): Promise<Application> {
    const application = new Application(setting);
    application.http.listen(setting.port ?? 0, '127.0.0.1');
    await once(application.http, 'listening');
    return application;
  }

  get port(): number {
    const address = this.http.address();
    if (address === null || typeof address === 'string') throw new Error('The application does not listen.');
    return address.port;
  }

  /** As at the end of a process: sockets are told, the port is free again. */
  async close(): Promise<void> {
    const closed = once(this.http, 'close');
    this.http.close();
    await this.server.close({ timeoutMs: 1000 });
    this.http.closeAllConnections();
    await closed;
  }
}

const t = initTRPC.context<{ forwardedFor: string; hasParams: boolean }>().create();

function createRouter(book: OrderBook) {
  let slowRunCount = 0;
  return t.router({
    echo: t.procedure.input(z.string()).query(({ input }) => input),
    large: t.procedure.input(z.number()).query(({ input }) => 'x'.repeat(input)),
    forwardedFor: t.procedure.query(({ ctx }) => ctx.forwardedFor),
    add: t.procedure.mutation(() => {
      book.add();
      return book.length;
    }),
    slowRunCount: t.procedure.query(() => slowRunCount),
    slowly: t.procedure.mutation(async () => {
      slowRunCount += 1;
      await delay(200);
      return 'done';
    }),
    orders: t.procedure.input(z.object({ lastEventId: z.string().optional() })).subscription(async function* ({
      input,
      signal,
    }) {
      for await (const total of book.readBehind(Number(input.lastEventId ?? 0), signal)) {
        yield tracked(String(total), total);
      }
    }),
    news: t.procedure.subscription(async function* ({ signal }) {
      yield* book.readBehind(book.length, signal);
    }),
  });
}

export type AppRouter = ReturnType<typeof createRouter>;
