import type { TypeNode } from '../../contract/type-node.js';
import type { RuleName } from '../rules.js';
import type { Direction } from './direction.js';
import type { ObjectForm, PropertyForm } from './form.js';
import type { Child, Difference, Relation } from './relation.js';
import { isNameOf } from './text-forms.js';
import type { TypeMembers } from './type-members.js';

/** Of which contracts the two objects are, and what travels between them. */
export interface ObjectSides {
  readonly direction: Direction;
  readonly sent: TypeMembers;
  readonly expected: TypeMembers;
  /** Whether a property that is `undefined` arrives as one; JSON alone leaves it out. */
  readonly undefinedTravels: boolean;
}

/** How two objects stand to each other, property by property. */
export function relateObjects(sent: ObjectForm, expected: ObjectForm, sides: ObjectSides): Relation {
  const parts = [
    ...[...expected.properties].map(([name, property]) => relateExpected(name, property, sent, sides)),
    ...[...sent.properties]
      .filter(([name]) => !expected.properties.has(name))
      .map(([name, property]) => relateUnnamed(name, property, expected, sides)),
    relateIndexes(sent, expected, sides),
    relateStrictness(sent, expected, sides),
  ];
  return {
    differences: parts.flatMap(({ differences }) => differences),
    children: parts.flatMap(({ children }) => children),
  };
}

function relateExpected(name: string, expected: PropertyForm, form: ObjectForm, sides: ObjectSides): Relation {
  const step = toStep(name);
  const named = form.properties.get(name);
  const isOfIndex =
    form.index !== undefined &&
    isNameOf(name, form.index.key, (key) => sides.sent.of(key).map((member) => member.form));
  const sent =
    named ?? (isOfIndex && form.index !== undefined ? { type: form.index.value, optional: true } : undefined);
  const mayBeMissing = expected.optional || sides.expected.takesUndefined(expected.type);
  if (sent === undefined) {
    const rule = mayBeMissing ? optionalGoneRule[sides.direction] : missingRule[sides.direction];
    if (rule === undefined) return { differences: [], children: [] };
    return { differences: [{ rule, step, expected: expected.type }], children: [] };
  }
  const rule = decideAbsence(sent, expected, sides);
  const differences: readonly Difference[] =
    rule === undefined ? [] : [{ rule, step, sent: sent.type, expected: expected.type }];
  return { differences, children: [toChild(step, sent.type, expected.type)] };
}

/** What becomes of a property that is left out or `undefined`. */
function decideAbsence(sent: PropertyForm, expected: PropertyForm, sides: ObjectSides): RuleName | undefined {
  if (sides.expected.takesUndefined(expected.type)) return undefined;
  const isUndefined = sides.sent.of(sent.type).some(({ form }) => form.kind === 'undefined');
  if (!expected.optional) return sent.optional || isUndefined ? absentRule[sides.direction] : undefined;
  return isUndefined && sides.undefinedTravels ? undefinedRule[sides.direction] : undefined;
}

/** A property that the other object does not name: it falls under the index, is refused or is ignored. */
function relateUnnamed(name: string, sent: PropertyForm, expected: ObjectForm, sides: ObjectSides): Relation {
  const step = toStep(name);
  const { index } = expected;
  if (index !== undefined && isNameOf(name, index.key, (key) => sides.expected.of(key).map(({ form }) => form))) {
    return { differences: [], children: [toIndexChild(step, sent.type, index.value, sides)] };
  }
  if (sides.direction === 'output') return { differences: [], children: [] };
  const rule = expected.strict ? 'INPUT_FIELD_REFUSED' : 'INPUT_FIELD_REMOVED';
  return { differences: [{ rule, step, sent: sent.type }], children: [] };
}

function relateIndexes(sent: ObjectForm, expected: ObjectForm, sides: ObjectSides): Relation {
  const step = '[*]';
  if (sent.index === undefined) return { differences: [], children: [] };
  if (expected.index !== undefined) {
    const key: Child = { step: '[key]', sent: sent.index.key, expected: expected.index.key };
    return { differences: [], children: [key, toIndexChild(step, sent.index.value, expected.index.value, sides)] };
  }
  if (sides.direction === 'output') return { differences: [], children: [] };
  const rule = expected.strict ? 'INPUT_FIELD_REFUSED' : 'INPUT_FIELD_REMOVED';
  return { differences: [{ rule, step, sent: sent.index.value }], children: [] };
}

function relateStrictness(sent: ObjectForm, expected: ObjectForm, { direction }: ObjectSides): Relation {
  const isNewlyStrict = direction === 'input' && expected.strict && !sent.strict && sent.index === undefined;
  return { differences: isNewlyStrict ? [{ rule: 'INPUT_STRICT', step: '' }] : [], children: [] };
}

function toChild(step: string, sent: TypeNode, expected: TypeNode): Child {
  return { step, sent, expected, ignoresUndefined: true };
}

// What is undefined is no property of the index only where it does not arrive.
function toIndexChild(step: string, sent: TypeNode, expected: TypeNode, { undefinedTravels }: ObjectSides): Child {
  return undefinedTravels ? { step, sent, expected } : toChild(step, sent, expected);
}

function toStep(name: string): string {
  return /^[\w$]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

const missingRule: Readonly<Record<Direction, RuleName>> = {
  input: 'INPUT_FIELD_ADDED_REQUIRED',
  output: 'OUTPUT_FIELD_REMOVED',
};

const optionalGoneRule: Readonly<Record<Direction, RuleName | undefined>> = {
  input: undefined,
  output: 'OUTPUT_OPTIONAL_FIELD_REMOVED',
};

const absentRule: Readonly<Record<Direction, RuleName>> = {
  input: 'INPUT_FIELD_REQUIRED',
  output: 'OUTPUT_FIELD_OPTIONAL',
};

const undefinedRule: Readonly<Record<Direction, RuleName>> = {
  input: 'INPUT_UNDEFINED_REFUSED',
  output: 'OUTPUT_UNDEFINED',
};
