import { rules } from '@trunkline/codegen';
import type * as z from 'zod';
import { ConfigError } from './config-error.js';
import { configSchema, optionNames, type PartialConfig } from './config-schema.js';
import { suggestName } from './suggest-name.js';

/**
 * Looks at what a configuration file exports, or at what stands on the command line.
 *
 * @param origin what is said to hold it: the path of a file.
 * @throws ConfigError with every mistake, each with the option and its value.
 */
export function checkConfig(value: unknown, origin: string): PartialConfig {
  const known = withoutUndefined(value);
  const result = configSchema.safeParse(known);
  if (result.success) return result.data;
  const mistakes = result.error.issues.flatMap((issue) => describeIssue(issue, known));
  throw new ConfigError([`${origin} cannot be used:`, ...mistakes.map((mistake) => `  ${mistake}`)].join('\n'));
}

/** JavaScript says `undefined` of an option that is left out. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, withoutUndefined(member)]),
  );
}

function describeIssue(issue: z.core.$ZodIssue, root: unknown): readonly string[] {
  const place = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => describeUnknown(place, key));
  const name = place.length === 0 ? 'the configuration' : `option ${nameOf(place)}`;
  const value = valueAt(root, issue.path);
  const meant = typeof value === 'string' ? suggestName(value, namesFor(issue)) : undefined;
  const advice = meant === undefined ? listOf(issue) : ` Did you mean ${meant}?`;
  return [`${name}: ${print(value)} ${describeExpectation(issue)}.${advice}`];
}

function describeUnknown(place: readonly string[], key: string): string {
  const siblings = optionNames[place.filter((part) => !/^\d+$/.test(part)).join('.')] ?? [];
  const meant = suggestName(key, siblings);
  const advice = meant === undefined ? `Options are ${siblings.join(', ')}.` : `Did you mean ${meant}?`;
  return `option ${nameOf([...place, key])} is unknown. ${advice}`;
}

/** What could have been meant. */
function namesFor(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'custom') return Object.keys(rules);
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

/** What there is to choose from, where the expectation does not say it. */
function listOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' ? ` Rules are ${namesFor(issue).join(', ')}.` : '';
}

function describeExpectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${expectations[issue.expected] ?? `of the type ${issue.expected}`}`;
    case 'invalid_value':
      return `is not one of ${issue.values.map((value) => print(value)).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `is not greater than ${issue.minimum}`;
    default:
      return issue.message;
  }
}

const expectations: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object of options',
};

/** `breaking.ignore[0].rule`. */
function nameOf(place: readonly string[]): string {
  return place.map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value;
}

/** Long enough to recognise a value by. */
const MAX_VALUE_LENGTH = 60;

function print(value: unknown): string {
  const text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value));
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}
