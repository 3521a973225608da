import { unreachable } from '@trunkline/protocol';
import { canonicalLine } from '../../contract/canonical.js';
import type {
  ArrayNode,
  EnumNode,
  IntersectionNode,
  ObjectNode,
  ReferenceNode,
  TupleNode,
  TypeNode,
} from '../../contract/type-node.js';
import { combineForms } from './combine-forms.js';
import type { Form, Member, ObjectForm, SequenceForm } from './form.js';
import { IntersectionTable } from './intersection-table.js';
import { toRecordForm } from './record-form.js';

/** More ways than these of taking one member of each part of an intersection, and it is compared as a whole. */
const MAX_COMBINATIONS = 256;

/** Says of each type of one contract which forms its values may take. */
export class TypeMembers {
  readonly #types: Readonly<Record<string, TypeNode>>;
  readonly #known = new WeakMap<TypeNode, readonly Member[]>();
  readonly #bare = new WeakMap<TypeNode, readonly Member[]>();
  readonly #texts = new WeakMap<TypeNode, string>();
  readonly #intersections = new IntersectionTable();

  constructor(types: Readonly<Record<string, TypeNode>>) {
    this.#types = types;
  }

  /** The forms of a type; none for `never`. The same type gives the same list. */
  of(node: TypeNode): readonly Member[] {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const members = this.#expand(node, { path: [] });
    this.#known.set(node, members);
    return members;
  }

  /** The type for which a name stands. */
  resolve({ name }: ReferenceNode): TypeNode | undefined {
    return Object.hasOwn(this.#types, name) ? this.#types[name] : undefined;
  }

  /** Whether nothing at all may stand for the type. */
  takesUndefined(node: TypeNode): boolean {
    return this.of(node).some(({ form }) => form.kind === 'undefined' || form.kind === 'unknown');
  }

  /** A type as it is written, without following names. */
  print(node: TypeNode): string {
    const known = this.#texts.get(node);
    if (known !== undefined) return known;
    const text = canonicalLine(node);
    this.#texts.set(node, text);
    return text;
  }

  #expand(node: TypeNode, way: Way): readonly Member[] {
    switch (node.kind) {
      case 'reference':
        return this.#expandReference(node, way);
      case 'brand':
        return this.#expand(node.of, { ...way, brand: way.brand ?? node.name });
      case 'union':
        return node.of.flatMap((member) => this.#expand(member, { ...way, reference: undefined }));
      default:
        return this.#bareMembers(node).map((member) => ({
          ...member,
          node: way.reference ?? member.node,
          ...(way.brand === undefined ? {} : { brand: way.brand }),
        }));
    }
  }

  /** The forms of a node that has no name: the same ones each time, so that they can be told apart. */
  #bareMembers(node: Bare): readonly Member[] {
    const known = this.#bare.get(node);
    if (known !== undefined) return known;
    // An intersection that is a part of itself adds nothing to itself.
    this.#bare.set(node, [{ form: { kind: 'unknown', hole: false }, node }]);
    const members = this.#listMembers(node);
    this.#bare.set(node, members);
    return members;
  }

  #listMembers(node: Bare): readonly Member[] {
    if (node.kind === 'intersection') return this.#expandIntersection(node);
    if (node.kind === 'enum') return expandEnum(node).map((form) => ({ form, node: form }));
    const form = this.#toForm(node);
    return form === undefined ? [] : [{ form, node }];
  }

  #expandReference(node: ReferenceNode, way: Way): readonly Member[] {
    // A name that leads to itself has no values of its own to add.
    if (way.path.includes(node.name)) return [];
    const target = this.resolve(node);
    if (target === undefined) return [{ form: { kind: 'unknown', hole: true }, node }];
    return this.#expand(target, { ...way, path: [...way.path, node.name], reference: node });
  }

  #expandIntersection(node: IntersectionNode): readonly Member[] {
    const parts = node.of.map((part) => this.#expand(part, { path: [] }));
    const count = parts.reduce((product, members) => product * members.length, 1);
    if (count > MAX_COMBINATIONS) return [{ form: { kind: 'unknown', hole: true }, node }];
    const first: readonly Member[] = [{ form: { kind: 'unknown', hole: false }, node }];
    return parts.reduce((combined, members) => combined.flatMap((left) => this.#combineWith(left, members)), first);
  }

  #combineWith(left: Member, members: readonly Member[]): readonly Member[] {
    return members.flatMap((right) => {
      const form = combineForms(left.form, right.form, this.#intersections);
      const brand = left.brand ?? right.brand;
      return form === undefined ? [] : [{ form, node: left.node, ...(brand === undefined ? {} : { brand }) }];
    });
  }

  #toForm(node: Exclude<Bare, EnumNode | IntersectionNode>): Form | undefined {
    switch (node.kind) {
      case 'void':
        return { kind: 'undefined' };
      case 'any':
      case 'unknown':
        return { kind: 'unknown', hole: false };
      case 'hole':
        return { kind: 'unknown', hole: true };
      case 'object':
        return toObjectForm(node);
      case 'record':
        return toRecordForm(node, this.of(node.key));
      case 'array':
        return toArrayForm(node);
      case 'tuple':
        return toTupleForm(node);
      case 'boolean':
      case 'null':
      case 'undefined':
      case 'symbol':
        return { kind: node.kind };
      case 'never':
        return undefined;
      case 'string':
      case 'number':
      case 'bigint':
      case 'literal':
      case 'bigintLiteral':
      case 'template':
      case 'builtin':
        return node;
      default:
        return unreachable(node);
    }
  }
}

type Bare = Exclude<TypeNode, { kind: 'reference' | 'brand' | 'union' }>;

/** What was met on the way to a node. */
interface Way {
  readonly path: readonly string[];
  readonly reference?: ReferenceNode | undefined;
  readonly brand?: string | undefined;
}

function expandEnum({ members }: EnumNode) {
  const values = [...new Set(members.map(({ value }) => value))];
  return values.map((value) => ({ kind: 'literal', value }) as const);
}

function toObjectForm({ properties, index, strict }: ObjectNode): ObjectForm {
  return {
    kind: 'object',
    properties: new Map(
      properties.map(({ name, type, optional }) => [name, { type, optional: optional === true }] as const),
    ),
    ...(index === undefined ? {} : { index: { key: { kind: 'string' }, value: index } }),
    strict: strict === true,
  };
}

function toArrayForm({ items, minItems, maxItems, readonly }: ArrayNode): SequenceForm {
  return {
    kind: 'sequence',
    items: [],
    rest: items,
    minimum: minItems ?? 0,
    maximum: maxItems ?? Number.POSITIVE_INFINITY,
    readonly: readonly === true,
    tuple: false,
  };
}

function toTupleForm({ items, rest, readonly }: TupleNode): SequenceForm {
  return {
    kind: 'sequence',
    items: items.map(({ type }) => type),
    ...(rest === undefined ? {} : { rest }),
    minimum: items.findLastIndex(({ optional }) => optional !== true) + 1,
    maximum: rest === undefined ? items.length : Number.POSITIVE_INFINITY,
    readonly: readonly === true,
    tuple: true,
  };
}
