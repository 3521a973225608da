import { on, once } from 'node:events';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-node';
import { startProgram } from '@trunkline/example-runner';
import { type Serving, serve } from '@trunkline/server';
import { WebSocket } from 'ws';
import { traceSubscription } from './call-spans.js';
import { appRouter } from './router.js';
import { startTracing } from './tracing.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const callerId = 'b7ad6b7169203331';
const traceparent = `00-${traceId}-${callerId}-01`;

/** A client of JSON-RPC 2.0 that sends its place in a trace. */
async function ask(url: string, method: string, params: object, isLast: (message: object) => boolean): Promise<void> {
  const socket = new WebSocket(url, 'trunkline.v1');
  await once(socket, 'open');
  socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'rpc.hello' }));
  socket.send(JSON.stringify({ jsonrpc: '2.0', id: 2, method, params: { ...params, traceparent } }));
  for await (const [text] of on(socket, 'message')) if (isLast(JSON.parse(String(text)))) break;
  socket.close();
  await once(socket, 'close');
}

const isAnswer = (message: object): boolean => 'id' in message && message.id === 2;

describe('the spans', () => {
  const exporter = new InMemorySpanExporter();
  let serving: Serving;

  beforeAll(() => {
    startTracing(exporter);
  });

  beforeEach(async () => {
    exporter.reset();
    serving = await serve({ router: appRouter, port: 0, handleSignals: false, onSubscription: traceSubscription });
  });

  afterEach(() => serving.close());

  function finished(name: string) {
    const span = exporter.getFinishedSpans().find((each) => each.name === name);
    if (span === undefined) throw new Error(`There is no span with the name "${name}".`);
    return span;
  }

  it('of a call is below its caller, and above what the procedure starts', async () => {
    await ask(serving.url, 'price', { input: 'ink' }, isAnswer);
    const call = finished('query price');
    expect(call.spanContext().traceId).toBe(traceId);
    expect(call.parentSpanContext?.spanId).toBe(callerId);
    const inner = finished('read price');
    expect(inner.spanContext().traceId).toBe(traceId);
    expect(inner.parentSpanContext?.spanId).toBe(call.spanContext().spanId);
  });

  it('of a call that fails says with what', async () => {
    await ask(serving.url, 'price', { input: 'paper' }, isAnswer);
    expect(finished('query price').status).toEqual({ code: SpanStatusCode.ERROR, message: 'NOT_FOUND' });
  });

  it('of a subscription lasts to its end, and counts its events', async () => {
    const isEnd = (message: object): boolean => 'method' in message && message.method === 'rpc.end';
    await ask(serving.url, 'prices', { input: ['pen', 'ink'], credit: 10 }, isEnd);
    const events = finished('events prices');
    expect(events.parentSpanContext?.spanId).toBe(callerId);
    expect(events.attributes).toMatchObject({ 'rpc.events': 2, 'rpc.outcome': 'completed' });
  });

  it('are printed by the program', async () => {
    const program = startProgram(new URL('./main.ts', import.meta.url));
    try {
      const [url = ''] = await program.saw(/ws:\/\/localhost:\d+\/rpc/);
      await ask(url, 'price', { input: 'pen' }, isAnswer);
      const [id] = await program.saw(/(?<=traceId: ')\w+/);
      expect(id).toBe(traceId);
    } finally {
      await program.stop();
    }
  }, 30_000);
});
