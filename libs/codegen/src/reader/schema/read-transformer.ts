import type { Transformer } from '../../contract/contract.js';
import { propertyOf } from './property-of.js';

/** A moment that no transformer mistakes for another value. */
const SAMPLE = new Date(86_400_000);

/** Which transformer a router has, by what it makes of a date and a bigint: names and classes say nothing of wrappers around it. */
export function readTransformer(router: unknown): Transformer {
  const transformer = propertyOf(propertyOf(propertyOf(router, '_def'), '_config'), 'transformer');
  const found = new Set([judge(propertyOf(transformer, 'input')), judge(propertyOf(transformer, 'output'))]);
  const [only = 'other'] = found;
  return found.size === 1 ? only : 'other';
}

function judge(side: unknown): Transformer {
  const serialize = propertyOf(side, 'serialize');
  if (typeof serialize !== 'function') return 'none';
  try {
    const written: unknown = Reflect.apply(serialize, side, [{ at: SAMPLE, count: 1n }]);
    if (isUntouched(written)) return 'none';
    return isSuperjson(written) ? 'superjson' : 'other';
  } catch {
    // JSON.stringify, for one, throws on a bigint.
    return 'other';
  }
}

function isUntouched(written: unknown): boolean {
  return propertyOf(written, 'at') === SAMPLE && propertyOf(written, 'count') === 1n;
}

function isSuperjson(written: unknown): boolean {
  const json = propertyOf(written, 'json');
  const values = propertyOf(propertyOf(written, 'meta'), 'values');
  return (
    propertyOf(json, 'at') === SAMPLE.toISOString() &&
    propertyOf(json, 'count') === '1' &&
    isTag(propertyOf(values, 'at'), 'Date') &&
    isTag(propertyOf(values, 'count'), 'bigint')
  );
}

function isTag(tags: unknown, tag: string): boolean {
  return Array.isArray(tags) && tags.length === 1 && tags[0] === tag;
}
