import type { BigintNode } from '../../contract/type-node.js';
import type { RuleName } from '../rules.js';
import type { Direction } from './direction.js';
import type { Form } from './form.js';
import { isNumberOf, isNumberWithin } from './number-range.js';
import type { Difference, Relation } from './relation.js';
import { isSameForm } from './same-form.js';
import { type FormsOf, isFormatWithin, isLengthWithin, isTextOf, toPattern } from './text-forms.js';

/** The relation of forms of which every value of the one fits the other. */
export const fitting: Relation = { differences: [], children: [] };

/** The forms of the types on either side, each by its own contract. */
export interface BothForms {
  readonly sent: FormsOf;
  readonly expected: FormsOf;
}

/** How texts, numbers and single values stand to each other; `undefined` where they are of different kinds. */
export function relateScalars(
  sent: Form,
  expected: Form,
  direction: Direction,
  formsOf: BothForms,
): Relation | undefined {
  // Enums may have hundreds of members, each of which is compared with each.
  if (sent.kind === 'literal' && expected.kind === 'literal')
    return sent.value === expected.value ? fitting : undefined;
  if (isSameForm(sent, expected)) return fitting;
  switch (expected.kind) {
    case 'string':
      return relateToText(sent, expected, direction, formsOf);
    case 'number':
      return relateToNumber(sent, expected, direction);
    case 'bigint':
      return relateToBigint(sent, expected, direction);
    case 'boolean':
      return sent.kind === 'literal' && typeof sent.value === 'boolean' ? fitting : undefined;
    case 'template':
      return fitsTemplate(sent, expected, formsOf) ? fitting : undefined;
    default:
      return undefined;
  }
}

function relateToText(
  sent: Form,
  expected: Form & { kind: 'string' },
  direction: Direction,
  formsOf: BothForms,
): Relation | undefined {
  if (sent.kind === 'string') {
    return {
      differences: [
        ...(isLengthWithin(sent, expected) ? [] : [toDifference(boundRule[direction], sent, expected)]),
        ...(isFormatWithin(sent, expected) ? [] : [toDifference(formatRule[direction], sent, expected)]),
      ],
      children: [],
    };
  }
  if (sent.kind === 'literal' && typeof sent.value === 'string') {
    if (isTextOf(sent.value, expected)) return fitting;
    const isWrongLength = isTextOf(sent.value, withoutLengths(expected));
    return toRelation(isWrongLength ? boundRule[direction] : formatRule[direction], sent, expected);
  }
  if (sent.kind !== 'template') return undefined;
  const { format, patterns = [], minLength = 0, maxLength } = expected;
  if (format !== undefined || patterns.length > 0) return toRelation(formatRule[direction], sent, expected);
  const shortest = sent.texts.join('').length;
  // What stands between the texts has any length, or one that is not worth working out.
  const isWithin = minLength <= shortest && maxLength === undefined && toPattern(sent, formsOf.sent) !== undefined;
  return isWithin ? fitting : toRelation(boundRule[direction], sent, expected);
}

function withoutLengths({ format, patterns }: Form & { kind: 'string' }): Form & { kind: 'string' } {
  return {
    kind: 'string',
    ...(format === undefined ? {} : { format }),
    ...(patterns === undefined ? {} : { patterns }),
  };
}

function relateToNumber(sent: Form, expected: Form & { kind: 'number' }, direction: Direction): Relation | undefined {
  const rule = boundRule[direction];
  if (sent.kind === 'number') return isNumberWithin(sent, expected) ? fitting : toRelation(rule, sent, expected);
  if (sent.kind !== 'literal' || typeof sent.value !== 'number') return undefined;
  return isNumberOf(sent.value, expected) ? fitting : toRelation(rule, sent, expected);
}

function relateToBigint(sent: Form, expected: BigintNode, direction: Direction): Relation | undefined {
  if (sent.kind !== 'bigint' && sent.kind !== 'bigintLiteral') return undefined;
  const { minimum, maximum } = sent.kind === 'bigint' ? sent : { minimum: sent.value, maximum: sent.value };
  const isAbove =
    expected.minimum === undefined || (minimum !== undefined && BigInt(minimum) >= BigInt(expected.minimum));
  const isBelow =
    expected.maximum === undefined || (maximum !== undefined && BigInt(maximum) <= BigInt(expected.maximum));
  return isAbove && isBelow ? fitting : toRelation(boundRule[direction], sent, expected);
}

function fitsTemplate(sent: Form, expected: Form & { kind: 'template' }, formsOf: BothForms): boolean {
  if (sent.kind === 'literal') {
    return typeof sent.value === 'string' && toPattern(expected, formsOf.expected)?.test(sent.value) === true;
  }
  const pattern = toPattern(expected, formsOf.expected);
  return sent.kind === 'template' && pattern !== undefined && toPattern(sent, formsOf.sent)?.source === pattern.source;
}

const boundRule: Readonly<Record<Direction, RuleName>> = {
  input: 'INPUT_CONSTRAINT_TIGHTENED',
  output: 'OUTPUT_CONSTRAINT_LOOSENED',
};

const formatRule: Readonly<Record<Direction, RuleName>> = {
  input: 'INPUT_FORMAT_ADDED',
  output: 'OUTPUT_FORMAT_REMOVED',
};

type Scalar = Form & { kind: 'string' | 'number' | 'bigint' | 'literal' | 'bigintLiteral' | 'template' };

function toRelation(rule: RuleName, sent: Scalar, expected: Scalar): Relation {
  return { differences: [toDifference(rule, sent, expected)], children: [] };
}

function toDifference(rule: RuleName, sent: Scalar, expected: Scalar): Difference {
  return { rule, step: '', sent, expected };
}
