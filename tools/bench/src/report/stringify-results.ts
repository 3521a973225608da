import type { Results } from './results.js';

/** JSON as the project's formatter has it: the rounds of a metric stand on one line. */
export function stringifyResults(results: Results): string {
  const text = JSON.stringify(results, undefined, 2);
  const numbers = /\[\s+(-?\d[^[\]{}"]*?)\s+\]/g;
  return `${text.replaceAll(numbers, (_, list: string) => `[${list.replaceAll(/,\s+/g, ', ')}]`)}\n`;
}
