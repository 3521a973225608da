import type { TrunklineConfig } from './trunkline-config.js';

/**
 * Gives a configuration back as it is, checked by the compiler: for `trunkline.config.ts`.
 *
 * @param config the settings of one client, or of several.
 */
export function defineConfig<const TConfig extends TrunklineConfig | readonly TrunklineConfig[]>(
  config: TConfig,
): TConfig {
  return config;
}
