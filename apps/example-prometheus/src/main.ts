import { serve } from '@trunkline/server';
import { createMetrics } from './metrics.js';
import { appRouter } from './router.js';

const metrics = createMetrics(() => serving.server.stats());

const serving = await serve({
  router: appRouter,
  port: Number(process.env['PORT'] ?? 3000),
  onCall: metrics.onCall,
  onSubscription: metrics.onSubscription,
  onRequest: (request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    void metrics.page().then((page) => response.setHeader('content-type', metrics.contentType).end(page));
  },
});
console.log(`Metrics are at http://localhost:${serving.port}/metrics, the router at ${serving.url}`);
