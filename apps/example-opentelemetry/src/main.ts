import { ConsoleSpanExporter } from '@opentelemetry/sdk-trace-node';
import { serve } from '@trunkline/server';
import { traceSubscription } from './call-spans.js';
import { appRouter } from './router.js';
import { startTracing } from './tracing.js';

// An exporter for OTLP takes its place where there is a collector.
startTracing(new ConsoleSpanExporter());

const serving = await serve({
  router: appRouter,
  port: Number(process.env['PORT'] ?? 3000),
  onSubscription: traceSubscription,
});
console.log(`The router is at ${serving.url}; spans are printed here.`);
