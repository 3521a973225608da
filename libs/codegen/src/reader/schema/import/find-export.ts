import { hasProperties, propertyOf } from '../property-of.js';

/** What a module exports under a name, or which names it has. */
export interface FoundExport {
  /** Undefined where there is no such export. */
  readonly value: unknown;
  readonly names: readonly string[];
}

/** Names that Node adds to a CommonJS module, not its author. */
const ADDED_NAMES = new Set(['module.exports', '__esModule']);

/** Looks for an export, also among those of a CommonJS module, which come as members of `default`. */
export function findExport(module: unknown, name: string): FoundExport {
  const wrapped = propertyOf(module, 'default');
  const isCommonJs = propertyOf(module, 'module.exports') !== undefined || propertyOf(wrapped, '__esModule') === true;
  const sources = isCommonJs ? [module, wrapped] : [module];
  const value = sources.map((source) => propertyOf(source, name)).find((found) => found !== undefined);
  const names = sources.flatMap((source) => (hasProperties(source) ? Object.keys(source) : []));
  return { value, names: [...new Set(names)].filter((found) => !ADDED_NAMES.has(found)).toSorted() };
}
