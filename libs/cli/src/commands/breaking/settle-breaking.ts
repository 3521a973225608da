import { join, resolve } from 'node:path';
import type { BreakingSettings, FindingFormat } from '@trunkline/codegen';
import { checkConfig } from '../../config/check-config.js';
import { ConfigError } from '../../config/config-error.js';
import type { LoadedConfig } from '../../config/load-config.js';
import type { BreakingFlags } from './breaking-flags.js';

/** One contract to compare. */
export interface BreakingPlan {
  readonly against: string;
  /** The folder that `against` is relative to. */
  readonly folder: string;
  /** The contract to look at, absolute. */
  readonly contractPath: string;
  readonly settings: BreakingSettings;
  readonly format: FindingFormat;
}

/**
 * Lays the command line over the configuration, for each client.
 *
 * @param env where GitHub Actions say that it is they.
 * @throws ConfigError when a value is wrong, or nothing says what to compare.
 */
export function settleBreaking(
  { path, folder, clients }: LoadedConfig,
  flags: BreakingFlags,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): readonly BreakingPlan[] {
  const { against, contract, level, category, ignore } = flags;
  if (clients.length > 1 && (against !== undefined || contract !== undefined)) {
    throw new ConfigError(
      `${path} has ${clients.length} configurations, so --against and --contract cannot be given; name another file with --config.`,
    );
  }
  const given = checkConfig({ breaking: { level, category, ignore: ignore?.map(parseIgnored) } }, 'The command line');
  const format = flags.format ?? (env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text');
  return clients.map(({ out, breaking: configured = {} }) => {
    const { against: configuredAgainst, ...settings } = configured;
    return {
      ...settleAgainst(against, configuredAgainst, { cwd, folder, path }),
      contractPath: settleContract(contract, out, { cwd, folder, path }),
      settings: { ...settings, ...given.breaking },
      format,
    };
  });
}

interface Places {
  readonly cwd: string;
  readonly folder: string;
  readonly path: string | undefined;
}

function settleAgainst(
  given: string | undefined,
  configured: string | undefined,
  { cwd, folder, path }: Places,
): Pick<BreakingPlan, 'against' | 'folder'> {
  if (given !== undefined) return { against: given, folder: cwd };
  if (configured !== undefined) return { against: configured, folder };
  throw new ConfigError(
    `Nothing says what to compare with: ${placeOf(path, 'breaking.against')}. Give --against git:main:libs/api-client/contract.json, or set it in the configuration.`,
  );
}

function settleContract(given: string | undefined, out: string | undefined, { cwd, folder, path }: Places): string {
  if (given !== undefined) return resolve(cwd, given);
  if (out !== undefined) return join(resolve(folder, out), 'contract.json');
  throw new ConfigError(
    `Nothing says where the contract is: ${placeOf(path, 'out')}. Give --contract libs/api-client/contract.json, or set out in the configuration.`,
  );
}

function placeOf(path: string | undefined, name: string): string {
  return path === undefined ? 'there is no trunkline.config.ts in this folder' : `${path} has no option ${name}`;
}

/** `RULE` or `RULE:orders.*`; whether there is such a rule is looked at with the rest. */
function parseIgnored(text: string): { readonly rule: string; readonly path?: string } {
  const [rule = '', ...path] = text.split(':');
  return path.length === 0 ? { rule } : { rule, path: path.join(':') };
}
