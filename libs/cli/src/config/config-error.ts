/** A configuration that cannot be used: which file, which option, which value, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
