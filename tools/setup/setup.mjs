// Makes a fresh clone ready. npm runs it before `npm start` and `npm test`, when node_modules may not exist yet, so
// everything in this folder lives on Node alone.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = { major: 20, minor: 19 };
const workspaceRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldestNode.major || (major === oldestNode.major && minor < oldestNode.minor)) {
  console.error(
    `setup: this is Node ${process.versions.node}, and Trunkline needs ${oldestNode.major}.${oldestNode.minor} or newer. Install it from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}

// Imported late, so that an old Node gets the sentence above instead of a syntax error.
const { prepare } = await import('./prepare.mjs');
try {
  await prepare(workspaceRoot, process.argv[2] ?? 'test');
} catch (error) {
  console.error(`setup: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
