import { context, propagation } from '@opentelemetry/api';

/** Where the code that runs now stands in a trace, as a client sends it: for its option `traceparent`. */
export function activeTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}
