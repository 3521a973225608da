import {
  type Context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { SubscriptionNotice } from '@trunkline/server';

const tracer = trace.getTracer('@trunkline/example-opentelemetry');

/** Runs the work inside a span of its own, below the caller's. What the work starts is below this one. */
export function inCallSpan<Result>(
  name: string,
  traceparent: string | undefined,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, { kind: SpanKind.SERVER }, callerContext(traceparent), async (span) => {
    try {
      return await work(span);
    } finally {
      span.end();
    }
  });
}

/** A span for the whole life of a subscription, made when it is over, since a client may keep it for days. */
export function traceSubscription(notice: SubscriptionNotice): void {
  if (notice.event !== 'ended') return;
  const { path, traceparent, startedAt, durationMs, eventsSent, outcome, error } = notice;
  const attributes = { 'rpc.system': 'trpc', 'rpc.method': path, 'rpc.events': eventsSent, 'rpc.outcome': outcome };
  const options = { kind: SpanKind.SERVER, startTime: startedAt, attributes };
  const span = tracer.startSpan(`events ${path}`, options, callerContext(traceparent));
  if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: error });
  span.end(startedAt + durationMs);
}

function callerContext(traceparent: string | undefined): Context {
  return traceparent === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent });
}
