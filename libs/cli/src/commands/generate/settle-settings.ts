import { relative, resolve } from 'node:path';
import type { GenerateSettings } from '@trunkline/codegen';
import { checkConfig } from '../../config/check-config.js';
import { ConfigError } from '../../config/config-error.js';
import type { PartialConfig } from '../../config/config-schema.js';
import type { LoadedConfig } from '../../config/load-config.js';

/** What one client is generated from, with the folder that its paths are relative to. */
export interface ClientPlan {
  readonly settings: GenerateSettings;
  readonly folder: string;
}

/**
 * Lays the command line over the configuration, for each client.
 *
 * @param given what stands on the command line, by the names of the settings.
 * @param cwd the folder that paths on the command line are relative to.
 * @throws ConfigError when a value is wrong, or the router or the folder is missing.
 */
export function settleSettings(
  loaded: LoadedConfig,
  given: Readonly<Record<string, unknown>>,
  cwd: string,
): readonly ClientPlan[] {
  const { path, folder, clients } = loaded;
  const options = moveTo(folder, cwd, checkConfig(given, 'The command line'));
  if (clients.length > 1 && (options.router !== undefined || options.out !== undefined)) {
    throw new ConfigError(
      `${path} has ${clients.length} configurations, so --router and --out cannot be given; name another file with --config.`,
    );
  }
  return clients.map((client) => {
    const { breaking: _, router, out, ...settings } = { ...client, ...options };
    if (router === undefined) throw missing('router', 'src/router.ts#appRouter', path);
    if (out === undefined) throw missing('out', 'libs/api-client', path);
    return { settings: { ...settings, router, out }, folder };
  });
}

/** Paths of the command line as they are written in a configuration of that folder. */
function moveTo(folder: string, cwd: string, options: PartialConfig): PartialConfig {
  if (folder === cwd) return options;
  const move = (path: string): string => relative(folder, resolve(cwd, path)) || '.';
  const { router, out, tsconfig } = options;
  return {
    ...options,
    ...(router === undefined ? {} : { router: move(router) }),
    ...(out === undefined ? {} : { out: move(out) }),
    ...(tsconfig === undefined ? {} : { tsconfig: move(tsconfig) }),
  };
}

function missing(name: string, example: string, path: string | undefined): ConfigError {
  const place = path === undefined ? 'there is no trunkline.config.ts in this folder' : `${path} has no option ${name}`;
  return new ConfigError(
    `Nothing says the ${name}: ${place}. Give --${name} ${example}, or set it in the configuration.`,
  );
}
