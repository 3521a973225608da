// `npm start`: builds the page when it changed, runs the server and then the agent from their sources, and stops both cleanly.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isHealthy } from './health.mjs';
import { ServiceGroup } from './service-group.mjs';

const workspaceRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const readyWithinMs = 30_000;
const port = process.env['PORT'] || '4400';
const address = `http://localhost:${port}`;

if (port === '0') {
  console.error(
    'start: PORT is 0, which lets the server choose, and then nobody could tell you the address. Name a port.',
  );
  process.exit(1);
}
buildPage();
const services = new ServiceGroup({ workspaceRoot, env: { ...process.env, PORT: port }, stopWithinMs: 5_000 });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => services.stop());
stopWithNpm();

// Somebody else's server on our port must not pass for ours: ours will end and say that the port is taken.
const isTaken = await isHealthy(`${address}/healthz`);
const server = services.start('server', 'apps/pulse-server/src/main.ts');
const isReady = await server.isReady(async () => !isTaken && (await isHealthy(`${address}/healthz`)), readyWithinMs);
if (isReady && !services.isStopping) {
  services.start('agent', 'apps/pulse-agent/src/main.ts', {
    PULSE_URL: process.env['PULSE_URL'] || `ws://localhost:${port}/rpc`,
  });
  console.log(`\n  Pulse is running at ${address} (Ctrl-C stops it)\n`);
} else if (!services.isStopping) {
  console.error(
    server.hasEnded
      ? 'start: the server ended before it was ready; what it said stands above.'
      : `start: the server was not ready within ${readyWithinMs / 1000} s (${address}/healthz did not answer with 200).`,
  );
  services.fail();
}
process.exitCode = await services.untilAllEnded();

function buildPage() {
  console.log('start: building the page when it changed');
  const nx = join(workspaceRoot, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nx, 'run', 'pulse-web:build'], {
    cwd: workspaceRoot,
    encoding: 'utf8',
  });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  console.error('start: the page could not be built; the reason stands above.');
  process.exit(1);
}

/** A terminated npm tells its script nothing: we see only that our parent is another one now. */
function stopWithNpm() {
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) services.stop();
  }, 250).unref();
}
