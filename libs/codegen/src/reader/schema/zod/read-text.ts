import type { $ZodType } from 'zod/v4/core';
import type { StringNode } from '../../../contract/type-node.js';
import { heldChecks } from './held-checks.js';
import { patternOf } from './pattern-of.js';
import type { Side } from './zod-schema.js';

/** A schema of text, with the checks that hold on one side. */
export function readText(schema: $ZodType, side: Side): StringNode {
  const lengths = new Bounds();
  const patterns = new Set<string>();
  let format: string | undefined;
  for (const check of heldChecks(schema, side)) {
    switch (check.check) {
      case 'min_length':
        lengths.atLeast(check.minimum);
        break;
      case 'max_length':
        lengths.atMost(check.maximum);
        break;
      case 'length_equals':
        lengths.atLeast(check.length);
        lengths.atMost(check.length);
        break;
      case 'string_format': {
        const name = formatName(check);
        format = name ?? format;
        const pattern = check.pattern === undefined || isSaidByName(name) ? undefined : patternOf(check.pattern);
        if (pattern !== undefined) patterns.add(pattern);
        break;
      }
      default:
    }
  }
  return {
    kind: 'string',
    ...(format === undefined ? {} : { format }),
    ...(patterns.size === 0 ? {} : { patterns: [...patterns] }),
    ...(lengths.least === undefined ? {} : { minLength: lengths.least }),
    ...(lengths.most === undefined ? {} : { maxLength: lengths.most }),
  };
}

/** The narrowest of several bounds. */
class Bounds {
  least: number | undefined;
  most: number | undefined;

  atLeast(bound: number): void {
    if (this.least === undefined || bound > this.least) this.least = bound;
  }

  atMost(bound: number): void {
    if (this.most === undefined || bound < this.most) this.most = bound;
  }
}

interface FormatCheck {
  readonly format: string;
  readonly local?: boolean;
  readonly precision?: number | null;
}

/** zod's names for which JSON Schema has one of its own; the others keep theirs. */
const JSON_SCHEMA_FORMATS: ReadonlyMap<string, string> = new Map([
  ['email', 'email'],
  ['uuid', 'uuid'],
  ['guid', 'uuid'],
  ['url', 'uri'],
  ['datetime', 'date-time'],
  ['date', 'date'],
  ['duration', 'duration'],
  ['ipv4', 'ipv4'],
  ['ipv6', 'ipv6'],
  ['hostname', 'hostname'],
]);

/** What zod calls a format and is only a pattern. */
const PATTERN_FORMATS = new Set(['regex', 'lowercase', 'uppercase', 'includes', 'starts_with', 'ends_with']);

function formatName({ format, local, precision }: FormatCheck): string | undefined {
  if (PATTERN_FORMATS.has(format)) return undefined;
  // RFC 3339 demands seconds and a zone, and JSON Schema's `time` a zone, which zod's do not have.
  if (format === 'time') return 'local-time';
  if (format === 'datetime' && (local === true || precision === -1)) return 'local-date-time';
  return JSON_SCHEMA_FORMATS.get(format) ?? format;
}

const NAMED_BY_JSON_SCHEMA = new Set(JSON_SCHEMA_FORMATS.values());

// Whoever reads a contract knows the standard formats, and their expressions are long.
function isSaidByName(name: string | undefined): boolean {
  return name !== undefined && NAMED_BY_JSON_SCHEMA.has(name);
}
