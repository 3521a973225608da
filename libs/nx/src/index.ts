// The plugin, by which Nx infers targets, and its generators.

export { apiGenerator } from './generators/api/api-generator.js';
export type { ApiOptions } from './generators/api/api-options.js';
export { syncGenerator } from './generators/sync/sync-generator.js';
export { CONFIG_GLOB } from './plugin/config-glob.js';
export { createNodesV2, createNodesV2 as createNodes } from './plugin/create-nodes.js';
export type { TrunklinePluginOptions } from './plugin/plugin-options.js';
