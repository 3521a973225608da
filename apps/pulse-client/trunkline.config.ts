import { defineConfig } from '@trunkline/cli';

export default defineConfig({
  router: '../pulse-server/src/router/index.ts#appRouter',
  out: '.',
  packageName: '@trunkline/pulse-client',
  title: 'Pulse',
  description: 'Live metrics of a fleet of hosts.',
  compile: false,
});
