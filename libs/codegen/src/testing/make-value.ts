import type { ObjectNode, RecordNode, TupleNode, TypeNode } from '../contract/type-node.js';
import { accepts, type Judgement, listKeys } from './accepts.js';

/** Picks one of `count` ways, from 0. */
export type Pick = (count: number) => number;

/** A value, or none. */
export type Made = { readonly value: unknown } | undefined;

const MAX_DEPTH = 6;

const scalars: readonly unknown[] = [
  '',
  'a',
  'x',
  'y',
  'ab',
  'axb',
  'email:x',
  'uuid:xb',
  'id-1',
  'id-x',
  'id-b',
  'a longer text',
  -1,
  0,
  0.5,
  1,
  1.5,
  2,
  3,
  4,
  5,
  6,
  8,
  -1n,
  0n,
  1n,
  2n,
  3n,
  4n,
  5n,
  9n,
  10n,
  true,
  false,
  null,
  undefined,
];

/** Makes a value of a type; none where the type has none, or none that is shallow. */
export function makeValue(node: TypeNode, pick: Pick, judgement: Judgement, depth = 0): Made {
  const made = makeAny(node, pick, judgement, depth);
  return made !== undefined && accepts(node, made.value, judgement) ? made : undefined;
}

function makeAny(node: TypeNode, pick: Pick, judgement: Judgement, depth: number): Made {
  if (depth > MAX_DEPTH) return makeScalar(node, pick, judgement);
  const make = (inner: TypeNode) => makeValue(inner, pick, judgement, depth + 1);
  switch (node.kind) {
    case 'reference': {
      const target = judgement.types[node.name];
      return target === undefined ? undefined : make(target);
    }
    case 'brand':
      return make(node.of);
    case 'union': {
      const first = pick(node.of.length);
      const order = [...node.of.slice(first), ...node.of.slice(0, first)];
      return order.map((member) => make(member)).find((made) => made !== undefined);
    }
    case 'intersection': {
      const parts = node.of.map((part) => makeAny(part, pick, judgement, depth + 1)?.value);
      return { value: Object.assign({}, ...parts.filter((part) => typeof part === 'object')) };
    }
    case 'array':
      return makeItems(
        Array.from({ length: (node.minItems ?? 0) + pick(3) }, () => node.items),
        make,
      );
    case 'tuple':
      return makeItems(listPlaces(node, pick), make);
    case 'object':
      return makeObject(node, pick, make);
    case 'record':
      return makeRecord(node, pick, judgement, make);
    case 'builtin':
      return makeBuiltin(node, pick, make);
    default:
      return makeScalar(node, pick, judgement);
  }
}

type Make = (node: TypeNode) => Made;

function makeScalar(node: TypeNode, pick: Pick, judgement: Judgement): Made {
  const fitting = scalars.filter((value) => accepts(node, value, judgement));
  return fitting.length === 0 ? undefined : { value: fitting[pick(fitting.length)] };
}

function makeItems(nodes: readonly TypeNode[], make: Make): Made {
  const items = nodes.map((node) => make(node));
  return { value: items.flatMap((made) => (made === undefined ? [] : [made.value])) };
}

function listPlaces({ items, rest }: TupleNode, pick: Pick): readonly TypeNode[] {
  const required = items.filter(({ optional }) => optional !== true).length;
  const count = required + pick(items.length - required + 1);
  const places = items.slice(0, count).map(({ type }) => type);
  return rest === undefined || count < items.length
    ? places
    : [...places, ...Array.from({ length: pick(3) }, () => rest)];
}

function makeObject({ properties, index }: ObjectNode, pick: Pick, make: Make): Made {
  const value: Record<string, unknown> = {};
  for (const { name, type, optional } of properties) {
    if (optional === true && pick(3) === 0) continue;
    const made = make(type);
    if (made !== undefined) value[name] = made.value;
  }
  const names = new Set(properties.map(({ name }) => name));
  if (index !== undefined)
    addEntries(
      value,
      ['a', 'c', 'more'].filter((name) => !names.has(name)),
      index,
      pick,
      make,
    );
  return { value };
}

function makeRecord({ key, value: item, partial }: RecordNode, pick: Pick, judgement: Judgement, make: Make): Made {
  const value: Record<string, unknown> = {};
  const known = listKeys(key, judgement);
  const names = known ?? ['a', 'b', 'ab', 'id-1', 'more'].filter((name) => accepts(key, name, judgement));
  addEntries(value, names, item, known !== undefined && partial !== true ? () => 1 : pick, make);
  return { value };
}

function addEntries(
  value: Record<string, unknown>,
  names: readonly string[],
  item: TypeNode,
  pick: Pick,
  make: Make,
): void {
  for (const name of names) {
    const made = pick(2) === 0 ? undefined : make(item);
    if (made !== undefined) value[name] = made.value;
  }
}

function makeBuiltin({ name, of = [] }: TypeNode & { kind: 'builtin' }, pick: Pick, make: Make): Made {
  const [first, second] = of;
  if (first === undefined) return name === 'Date' ? { value: new Date(0) } : undefined;
  const items = Array.from({ length: pick(3) }, () => make(first)).filter((made) => made !== undefined);
  if (name.endsWith('Set')) return { value: new Set(items.map(({ value }) => value)) };
  const entries = items.flatMap(({ value }) => {
    const made = second === undefined ? undefined : make(second);
    return made === undefined ? [] : [[value, made.value] as const];
  });
  return { value: new Map(entries) };
}
