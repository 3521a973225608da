import { serve } from '@trunkline/server';
import { appRouter } from './router.js';

const serving = await serve({ router: appRouter, port: Number(process.env['PORT'] ?? 3000) });
console.log(`The room is at ${serving.url}`);
