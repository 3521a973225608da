import { createServer as createHttpServer } from 'node:http';
import { createServer } from '@trunkline/server';
import express from 'express';
import { appRouter, createContext } from './router.js';

const app = express();
app.get('/health', (_request, response) => {
  response.json({ connections: rpc.connectionCount });
});

const rpc = createServer({ router: appRouter, createContext });
const server = createHttpServer(app);
rpc.attach(server, { path: '/rpc' });

server.listen(Number(process.env['PORT'] ?? 3000), () => {
  const address = server.address();
  console.log(`Express is at http://localhost:${typeof address === 'object' ? address?.port : address}`);
});

// Running calls are answered before the process ends.
process.once('SIGTERM', () => {
  server.close();
  void rpc.close();
});
