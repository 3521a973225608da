import { beforeAll, describe, expect, it } from '@jest/globals';
import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-node';
import { createClient } from '@trunkline/client';
import { serve } from '@trunkline/server';
import { activeTraceparent } from './active-traceparent.js';
import { appRouter } from './router.js';
import { startTracing } from './tracing.js';

describe('activeTraceparent', () => {
  const exporter = new InMemorySpanExporter();

  beforeAll(() => {
    startTracing(exporter);
  });

  it('is nothing outside of a span', () => {
    expect(activeTraceparent()).toBeUndefined();
  });

  it('puts a call of a client below the span in which it was made', async () => {
    const serving = await serve({ router: appRouter, port: 0, handleSignals: false });
    const client = createClient<typeof appRouter>({ url: serving.url, traceparent: activeTraceparent });
    await trace.getTracer('shop').startActiveSpan('buy', async (span) => {
      await client.price.query('ink');
      span.end();
    });
    await client.close();
    await serving.close();
    const find = (name: string) => exporter.getFinishedSpans().find((span) => span.name === name);
    const [buy, call] = [find('buy'), find('query price')];
    expect(call?.parentSpanContext?.spanId).toBe(buy?.spanContext().spanId);
    expect(call?.spanContext().traceId).toBe(buy?.spanContext().traceId);
  });
});
