import { createAppServer } from './server.js';

const server = createAppServer().listen(Number(process.env['PORT'] ?? 3000), () => {
  const address = server.address();
  console.log(`Notes are at ws://localhost:${typeof address === 'object' ? address?.port : address}`);
});
process.once('SIGTERM', () => process.exit(0));
