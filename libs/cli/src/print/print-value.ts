import { inspect } from 'node:util';
import type { TerminalOutput } from '../terminal/terminal.js';
import { toJson } from './to-json.js';

/**
 * A value for whoever reads this output: for a person at a terminal as JavaScript shows it, whole and over several lines; for
 * anything else, and where JSON is asked for, one line of JSON.
 */
export function printValue(value: unknown, output: TerminalOutput, isJson: boolean): string {
  if (isJson || !output.isTTY) return toJson(value);
  return inspect(value, {
    colors: output.hasColor,
    depth: null,
    maxArrayLength: null,
    maxStringLength: null,
    breakLength: output.columns ?? 100,
    numericSeparator: false,
  });
}
