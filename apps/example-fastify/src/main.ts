import { createServer } from '@trunkline/server';
import Fastify from 'fastify';
import { appRouter } from './router.js';

const app = Fastify({ logger: true });
const rpc = createServer({ router: appRouter, logger: app.log });
rpc.attach(app.server, { path: '/rpc' });

app.get('/health', () => ({ connections: rpc.connectionCount }));
// Fastify waits for every socket of its port, so ours end first.
app.addHook('preClose', () => rpc.close());

await app.listen({ port: Number(process.env['PORT'] ?? 3000) });

process.once('SIGTERM', () => void app.close());
