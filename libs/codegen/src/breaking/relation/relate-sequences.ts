import type { TypeNode } from '../../contract/type-node.js';
import type { RuleName } from '../rules.js';
import type { Direction } from './direction.js';
import type { SequenceForm } from './form.js';
import type { Child, Difference, Relation } from './relation.js';

/** How two arrays or tuples stand to each other, place by place. */
export function relateSequences(sent: SequenceForm, expected: SequenceForm, direction: Direction): Relation {
  const isWithin = sent.minimum >= expected.minimum && sent.maximum <= expected.maximum;
  const rule = sent.tuple || expected.tuple ? lengthRule[direction] : boundRule[direction];
  const differences: readonly Difference[] = [
    ...(isWithin ? [] : [{ rule, step: '', sent: toNode(sent), expected: toNode(expected) }]),
    ...(sent.readonly && !expected.readonly ? [{ rule: 'READONLY_CHANGED' as const, step: '' }] : []),
  ];
  return { differences, children: listPlaces(sent, expected) };
}

/** Each place that has a type of its own on either side, and one beyond for all others. */
function listPlaces(sent: SequenceForm, expected: SequenceForm): readonly Child[] {
  const length = Math.max(sent.items.length, expected.items.length);
  const places = Array.from({ length }, (_, index) => toPlace(sent, expected, index, `[${index}]`));
  return [...places, toPlace(sent, expected, length, '[]')].filter((place) => place !== undefined);
}

function toPlace(sent: SequenceForm, expected: SequenceForm, index: number, step: string): Child | undefined {
  const item = index < sent.maximum ? (sent.items[index] ?? sent.rest) : undefined;
  const place = expected.items[index] ?? expected.rest;
  return item === undefined || place === undefined ? undefined : { step, sent: item, expected: place };
}

function toNode({ items, rest, minimum, maximum, tuple }: SequenceForm): TypeNode {
  if (!tuple && rest !== undefined) {
    return {
      kind: 'array',
      items: rest,
      ...(minimum === 0 ? {} : { minItems: minimum }),
      ...(Number.isFinite(maximum) ? { maxItems: maximum } : {}),
    };
  }
  return {
    kind: 'tuple',
    items: items.map((type, index) => (index < minimum ? { type } : { type, optional: true })),
    ...(rest === undefined ? {} : { rest }),
  };
}

const boundRule: Readonly<Record<Direction, RuleName>> = {
  input: 'INPUT_CONSTRAINT_TIGHTENED',
  output: 'OUTPUT_CONSTRAINT_LOOSENED',
};

const lengthRule: Readonly<Record<Direction, RuleName>> = {
  input: 'INPUT_LENGTH_CHANGED',
  output: 'OUTPUT_LENGTH_CHANGED',
};
