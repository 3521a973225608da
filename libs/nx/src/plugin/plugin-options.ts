/** What nx.json may say of the plugin: the names of its targets. */
export interface TrunklinePluginOptions {
  /** @default 'generate' */
  readonly generateTargetName?: string;
  /** @default 'check' */
  readonly checkTargetName?: string;
  /** @default 'breaking' */
  readonly breakingTargetName?: string;
  /** @default 'watch-api' */
  readonly watchTargetName?: string;
}

/** The names that targets have where nx.json says no other. */
export const DEFAULT_OPTIONS: Required<TrunklinePluginOptions> = {
  generateTargetName: 'generate',
  checkTargetName: 'check',
  breakingTargetName: 'breaking',
  watchTargetName: 'watch-api',
};

/**
 * Fills in the defaults.
 *
 * @throws TypeError for an option that is unknown or no name.
 */
export function settleOptions(options: object | undefined): Required<TrunklinePluginOptions> {
  for (const [name, value] of Object.entries(options ?? {})) {
    if (!Object.hasOwn(DEFAULT_OPTIONS, name)) {
      throw new TypeError(
        `nx.json: the plugin @trunkline/nx has no option ${name}; it has ${Object.keys(DEFAULT_OPTIONS).join(', ')}.`,
      );
    }
    if (typeof value !== 'string' || value === '') {
      throw new TypeError(
        `nx.json: the option ${name} of the plugin @trunkline/nx is ${JSON.stringify(value)}; it has to be the name of a target.`,
      );
    }
  }
  return { ...DEFAULT_OPTIONS, ...options };
}
