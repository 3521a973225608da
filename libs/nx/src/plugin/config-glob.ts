/** The configurations that targets are inferred from. */
export const CONFIG_GLOB = '**/trunkline.config.{ts,mts,js,mjs,json}';
