import type { ObjectNode, RecordNode, StringNode, TupleNode, TypeNode } from '../contract/type-node.js';

/** By what a value is judged. */
export interface Judgement {
  readonly types: Readonly<Record<string, TypeNode>>;
  /** Whether `strict` objects refuse what they do not name, as those of inputs do. */
  readonly isInput: boolean;
  /** Whether a property that may be left out may be undefined, whatever its type says. */
  readonly undefinedIsMissing: boolean;
}

/** Whether a value is one of a type, by the plain meaning of each node. A text is of a format when it begins with its name. */
export function accepts(node: TypeNode, value: unknown, judgement: Judgement): boolean {
  switch (node.kind) {
    case 'string':
      return typeof value === 'string' && acceptsText(node, value);
    case 'number':
      return (
        typeof value === 'number' &&
        (node.integer !== true || Number.isInteger(value)) &&
        value >= (node.minimum ?? value) &&
        value <= (node.maximum ?? value) &&
        value > (node.exclusiveMinimum ?? Number.NEGATIVE_INFINITY) &&
        value < (node.exclusiveMaximum ?? Number.POSITIVE_INFINITY) &&
        (node.multipleOf === undefined || Number.isInteger(value / node.multipleOf))
      );
    case 'bigint':
      return (
        typeof value === 'bigint' && value >= BigInt(node.minimum ?? value) && value <= BigInt(node.maximum ?? value)
      );
    case 'boolean':
    case 'symbol':
      return typeof value === node.kind;
    case 'null':
      return value === null;
    case 'undefined':
    case 'void':
      return value === undefined;
    case 'unknown':
    case 'any':
    case 'hole':
      return true;
    case 'never':
      return false;
    case 'literal':
      return value === node.value;
    case 'bigintLiteral':
      return typeof value === 'bigint' && value === BigInt(node.value);
    case 'enum':
      return node.members.some((member) => member.value === value);
    case 'union':
      return node.of.some((member) => accepts(member, value, judgement));
    case 'brand':
      return accepts(node.of, value, judgement);
    case 'reference':
      return acceptsNamed(node.name, value, judgement);
    case 'template':
      return typeof value === 'string' && acceptsTemplate(node.types[0], value);
    default:
      return acceptsComposite(node, value, judgement);
  }
}

type Composite = TypeNode & { kind: 'array' | 'tuple' | 'object' | 'record' | 'intersection' | 'builtin' };

function acceptsComposite(node: Composite, value: unknown, judgement: Judgement): boolean {
  switch (node.kind) {
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= (node.minItems ?? 0) &&
        value.length <= (node.maxItems ?? value.length) &&
        value.every((item) => accepts(node.items, item, judgement))
      );
    case 'tuple':
      return Array.isArray(value) && acceptsTuple(node, value, judgement);
    case 'object':
      return isPlain(value) && acceptsObject(node, asTravelled(value, judgement), judgement);
    case 'record':
      return isPlain(value) && acceptsRecord(node, asTravelled(value, judgement), judgement);
    case 'intersection':
      return acceptsAll(node.of, value, judgement);
    case 'builtin': {
      const [first, second] = node.of ?? [];
      if (value instanceof Date) return node.name === 'Date';
      if (value instanceof Set) {
        return (
          node.name.endsWith('Set') &&
          [...value].every((item) => first === undefined || accepts(first, item, judgement))
        );
      }
      return (
        value instanceof Map &&
        node.name.endsWith('Map') &&
        [...value].every(
          ([key, item]) =>
            (first === undefined || accepts(first, key, judgement)) &&
            (second === undefined || accepts(second, item, judgement)),
        )
      );
    }
  }
}

function acceptsText({ format, patterns = [], minLength = 0, maxLength }: StringNode, value: string): boolean {
  return (
    (format === undefined || value.startsWith(`${format}:`)) &&
    patterns.every((pattern) => new RegExp(pattern).test(value)) &&
    value.length >= minLength &&
    value.length <= (maxLength ?? value.length)
  );
}

// The templates of the arbitrary are all `id-` and one more type.
function acceptsTemplate(type: TypeNode | undefined, value: string): boolean {
  return value.startsWith('id-') && (type?.kind !== 'number' || /^-?\d+(\.\d+)?$/.test(value.slice(3)));
}

// A name that is met again with the same value on the way to it has nothing to add.
function acceptsNamed(name: string, value: unknown, judgement: Judgement): boolean {
  const target = judgement.types[name];
  if (target === undefined) return true;
  const { [name]: _met, ...others } = judgement.types;
  const isComposite = typeof value === 'object' && value !== null;
  if (!isComposite) return accepts(target, value, { ...judgement, types: { ...others, [name]: { kind: 'never' } } });
  return acceptsUnrolled(target, value, judgement, new Set([name]));
}

/** Follows names and unions until something is met that looks into the value. */
function acceptsUnrolled(node: TypeNode, value: unknown, judgement: Judgement, met: ReadonlySet<string>): boolean {
  if (node.kind === 'reference') {
    const target = judgement.types[node.name];
    if (met.has(node.name)) return false;
    return target === undefined || acceptsUnrolled(target, value, judgement, new Set([...met, node.name]));
  }
  if (node.kind === 'union') return node.of.some((member) => acceptsUnrolled(member, value, judgement, met));
  if (node.kind === 'brand') return acceptsUnrolled(node.of, value, judgement, met);
  return accepts(node, value, judgement);
}

function acceptsTuple({ items, rest }: TupleNode, value: readonly unknown[], judgement: Judgement): boolean {
  const required = items.filter(({ optional }) => optional !== true).length;
  if (value.length < required || (rest === undefined && value.length > items.length)) return false;
  return value.every((item, index) => accepts(items[index]?.type ?? rest ?? { kind: 'never' }, item, judgement));
}

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function asTravelled(value: Plain, { undefinedIsMissing }: Judgement): Plain {
  if (!undefinedIsMissing) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}

function acceptsObject(node: ObjectNode, value: Plain, judgement: Judgement): boolean {
  const { properties, index, strict } = node;
  const named = properties.every(({ name, type, optional }) => {
    if (Object.hasOwn(value, name)) {
      return (
        accepts(type, value[name], judgement) || (value[name] === undefined && !judgement.isInput && optional === true)
      );
    }
    return optional === true || accepts(type, undefined, judgement);
  });
  const names = new Set(properties.map(({ name }) => name));
  const others = Object.entries(value).filter(([name]) => !names.has(name));
  if (index !== undefined) return named && others.every(([, item]) => accepts(index, item, judgement));
  return named && (strict !== true || !judgement.isInput || others.length === 0);
}

function acceptsRecord({ key, value: item, partial }: RecordNode, value: Plain, judgement: Judgement): boolean {
  const names = listKeys(key, judgement);
  const isFinite = names !== undefined;
  const hasAll =
    !isFinite ||
    partial === true ||
    names.every((name) => Object.hasOwn(value, name) || accepts(item, undefined, judgement));
  return (
    hasAll &&
    Object.entries(value).every(([name, entry]) =>
      (names?.includes(name) ?? accepts(key, name, judgement))
        ? accepts(item, entry, judgement) || (entry === undefined && partial === true && !judgement.isInput)
        : !judgement.isInput,
    )
  );
}

/** The keys of a record that has a known few; `undefined` for any number of them. */
export function listKeys(key: TypeNode, judgement: Judgement): readonly string[] | undefined {
  const node = resolve(key, judgement, new Set());
  if (node.kind === 'literal') return [String(node.value)];
  if (node.kind === 'never') return [];
  if (node.kind === 'enum') return node.members.map(({ value }) => String(value));
  if (node.kind !== 'union') return undefined;
  const keys = node.of.map((member) => listKeys(member, judgement));
  return keys.every((names) => names !== undefined) ? keys.flat() : undefined;
}

/** What one part of several refuses as not named, another may name; where one of them takes anything, nothing is refused. */
function acceptsAll(parts: readonly TypeNode[], value: unknown, judgement: Judgement): boolean {
  const flat = parts.map((part) => resolve(part, judgement, new Set()));
  const union = flat.find((part) => part.kind === 'union');
  if (union?.kind === 'union') {
    return union.of.some((member) =>
      acceptsAll(
        flat.map((part) => (part === union ? member : part)),
        value,
        judgement,
      ),
    );
  }
  const nested = flat.find((part) => part.kind === 'intersection');
  if (nested?.kind === 'intersection') {
    return acceptsAll(
      flat.flatMap((part) => (part === nested ? nested.of : [part])),
      value,
      judgement,
    );
  }
  const isStrict = flat.every((part) => part.kind === 'object' && part.strict === true && part.index === undefined);
  const names = new Set(
    flat.flatMap((part) => (part.kind === 'object' ? part.properties.map(({ name }) => name) : [])),
  );
  if (isStrict && judgement.isInput && isPlain(value) && Object.keys(value).some((name) => !names.has(name)))
    return false;
  return flat.every((part) => {
    if (part.kind !== 'object') return accepts(part, value, judgement);
    const { strict: _strict, ...open } = part;
    return accepts(open, value, judgement);
  });
}

function resolve(node: TypeNode, judgement: Judgement, met: ReadonlySet<string>): TypeNode {
  if (node.kind === 'brand') return resolve(node.of, judgement, met);
  if (node.kind !== 'reference') return node;
  const target = judgement.types[node.name];
  if (target === undefined || met.has(node.name)) return { kind: 'never' };
  return resolve(target, judgement, new Set([...met, node.name]));
}
