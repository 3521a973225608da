import { EventEmitter } from 'node:events';
import { initTRPC, TRPCError, tracked } from '@trpc/server';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { observable } from '@trpc/server/observable';

const t = initTRPC.create({ isDev: false });

const router = t.router({
  price: t.procedure.query(() => ({ price: 3, note: '"\\\u2028' })),
  nothing: t.procedure.mutation(() => undefined),
  missing: t.procedure.query(() => {
    throw new TRPCError({ code: 'NOT_FOUND', message: 'No such order' });
  }),
  ticks: t.procedure.subscription(() =>
    observable<unknown>((observer) => {
      observer.next({ price: 3 });
      observer.next(tracked('17', { price: 3 }));
      observer.next(undefined);
      observer.complete();
    }),
  ),
});

/** tRPC's own WebSocket adapter on a socket that is none: what it is told, and everything that it answers. */
export async function askTrpcServer(text: string, answerCount: number): Promise<readonly string[]> {
  const answers: string[] = [];
  const client = Object.assign(new EventEmitter(), { readyState: 1, send: (answer: string) => answers.push(answer) });
  const sockets = Object.assign(new EventEmitter(), { clients: new Set([client]) });
  const handler = applyWSSHandler({ wss: sockets as never, router });
  sockets.emit('connection', client, { url: '/', headers: {} });
  client.emit('message', Buffer.from(text), false);
  while (answers.length < answerCount) await new Promise((resolve) => setImmediate(resolve));
  if (answerCount === 0) handler.broadcastReconnectNotification();
  client.emit('close');
  return answers;
}
