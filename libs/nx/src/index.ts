// For whoever calls the generators, or adds the inferred targets, from a plugin of their own.

export { CONFIG_GLOB } from './plugin/config-glob.js';
