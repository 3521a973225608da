import { runWithProgress } from './run-with-progress.mjs';
import { writeStamp } from './stamp.mjs';

/** @param {string} workspaceRoot */
export async function installNodeModules(workspaceRoot) {
  console.log('setup: installing node_modules from package-lock.json (npm ci)');
  // No dependency needs its install script here, and a script that does not run cannot surprise.
  const parameters = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const npm = findNpm(process.env);
  await runWithProgress('npm ci', npm.command, [...npm.parameters, ...parameters], {
    cwd: workspaceRoot,
    env: freeFromOuterNpm(process.env),
  });
  writeStamp(workspaceRoot);
}

/** @param {NodeJS.ProcessEnv} environment */
function findNpm(environment) {
  const script = environment['npm_execpath'];
  return script?.endsWith('npm-cli.js')
    ? { command: process.execPath, parameters: [script] }
    : { command: 'npm', parameters: [] };
}

const outerNpmOptions = new Set(
  ['omit', 'include', 'only', 'production', 'dev', 'optional', 'global', 'location', 'prefix', 'local_prefix']
    .concat([
      'workspace',
      'workspaces',
      'include_workspace_root',
      'dry_run',
      'package_lock',
      'package_lock_only',
      'json',
    ])
    .map((name) => `npm_config_${name}`),
);

/**
 * The environment without what the npm around us hands down: a NODE_ENV=production or an `--omit=dev` meant for the
 * outer command would leave the tools out. Registry, proxy and cache settings stay.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function freeFromOuterNpm(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => {
      const key = name.toLowerCase();
      const isLifecycle = /^npm_(lifecycle|package|command|execpath|node_execpath)/.test(key);
      return key !== 'node_env' && key !== 'init_cwd' && !isLifecycle && !outerNpmOptions.has(key);
    }),
  );
}
