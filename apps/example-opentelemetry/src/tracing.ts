import { NodeTracerProvider, SimpleSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-node';

/**
 * Sends every span to the exporter. `register` also keeps the active span along with asynchronous work, and reads
 * `traceparent`.
 *
 * @returns what ends it.
 */
export function startTracing(exporter: SpanExporter): () => Promise<void> {
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register();
  return () => provider.shutdown();
}
