import type { TypeNode } from '../../contract/type-node.js';
import type { Form, ObjectForm, PropertyForm } from './form.js';
import type { IntersectionTable } from './intersection-table.js';
import { isAnyText } from './record-form.js';
import { isSameForm } from './same-form.js';

/** The form of values that have both forms; `undefined` where no value has. */
export function combineForms(left: Form, right: Form, intersections: IntersectionTable): Form | undefined {
  if (left.kind === 'unknown') return right;
  if (right.kind === 'unknown') return left;
  if (left.kind === 'object' && right.kind === 'object') {
    const merged = mergeObjects(left, right, intersections);
    if (merged !== undefined) return merged;
  }
  if (left.kind === 'literal' && right.kind === 'literal') return left.value === right.value ? left : undefined;
  if (isSameForm(left, right)) return left;
  return { kind: 'all', of: [...partsOf(left), ...partsOf(right)] };
}

function partsOf(form: Form): readonly Form[] {
  return form.kind === 'all' ? form.of : [form];
}

function mergeObjects(left: ObjectForm, right: ObjectForm, table: IntersectionTable): ObjectForm | undefined {
  const index = mergeIndexes(left, right, table);
  if (index === 'apart') return undefined;
  const properties = new Map<string, PropertyForm>();
  for (const name of new Set([...left.properties.keys(), ...right.properties.keys()])) {
    const sides = [findProperty(left, name), findProperty(right, name)].filter((side) => side !== undefined);
    const [first, second] = sides;
    if (first === undefined) continue;
    properties.set(name, second === undefined ? first : mergeProperties(first, second, table));
  }
  // What one of them refuses the other may still name or ignore.
  const strict = left.strict && right.strict;
  return { kind: 'object', properties, strict, ...(index === undefined ? {} : { index }) };
}

function findProperty(form: ObjectForm, name: string): PropertyForm | undefined {
  const named = form.properties.get(name);
  if (named !== undefined) return named;
  return form.index === undefined ? undefined : { type: form.index.value, optional: true };
}

function mergeProperties(left: PropertyForm, right: PropertyForm, table: IntersectionTable): PropertyForm {
  return { type: table.join(left.type, right.type), optional: left.optional && right.optional };
}

type Index = { readonly key: TypeNode; readonly value: TypeNode };

function mergeIndexes(left: ObjectForm, right: ObjectForm, table: IntersectionTable): Index | undefined | 'apart' {
  // Of a key with a form of its own it is not known here which properties of the other object it concerns.
  if ([left, right].some(({ index }) => index !== undefined && !isAnyText(index.key))) return 'apart';
  if (left.index === undefined || right.index === undefined) return left.index ?? right.index;
  return { key: left.index.key, value: table.join(left.index.value, right.index.value) };
}
