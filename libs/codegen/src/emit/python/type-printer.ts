import { unreachable } from '@trunkline/protocol';
import type { Contract } from '../../contract/contract.js';
import type { BrandNode, BuiltinNode, ObjectNode, RecordNode, TupleNode, TypeNode } from '../../contract/type-node.js';
import { isHashable } from './is-hashable.js';
import { printLiteral } from './print-codec.js';
import { printTypedDict } from './print-typed-dict.js';
import { NameTable, toClassName } from './python-name.js';

/**
 * Prints types as annotations of Python, and gathers what has to be declared for them: an object becomes a TypedDict with a name made
 * from the place where it stands.
 */
export class TypePrinter {
  readonly #types: Contract['types'];
  readonly #names = new NameTable();
  readonly #typeNames: ReadonlyMap<string, string>;
  readonly #brands = new Map<string, string>();
  readonly #declarations: string[] = [];

  constructor(types: Contract['types']) {
    this.#types = types;
    this.#typeNames = new Map(Object.keys(types).map((name) => [name, this.#names.take(toClassName(name))]));
  }

  /** Everything that was declared so far, in an order in which Python takes it. */
  declarations(): readonly string[] {
    return this.#declarations;
  }

  /** Declares every named type of the contract. */
  declareTypes(): void {
    for (const [name, node] of Object.entries(this.#types)) this.#declare(this.#nameOfType(name), node);
  }

  /** Declares a type under a name of its own, or one like it that is free. @returns the name. */
  declareAs(wanted: string, node: TypeNode): string {
    const name = this.#names.take(wanted);
    this.#declare(name, node);
    return name;
  }

  /** @param place what a class is called that has to be declared for the type. */
  print(node: TypeNode, place: string): string {
    switch (node.kind) {
      case 'string':
      case 'template':
        return 'str';
      case 'number':
        return node.integer ? 'int' : 'float';
      case 'bigint':
        return 'int';
      case 'boolean':
        return 'bool';
      case 'null':
      case 'undefined':
      case 'void':
        return 'None';
      case 'unknown':
      case 'any':
      case 'never':
      case 'symbol':
      case 'hole':
        return 't.Any';
      case 'literal':
        return printLiteralType([node.value]);
      case 'bigintLiteral':
        return `t.Literal[${node.value}]`;
      case 'enum':
        return printLiteralType(node.members.map(({ value }) => value));
      case 'reference':
        return this.#nameOfType(node.name);
      case 'brand':
        return this.#printBrand(node, place);
      default:
        return this.#printCompound(node, place);
    }
  }

  #printCompound(
    node: Extract<TypeNode, { kind: 'array' | 'tuple' | 'object' | 'record' | 'union' | 'intersection' | 'builtin' }>,
    place: string,
  ): string {
    switch (node.kind) {
      case 'array':
        return `list[${this.print(node.items, `${place}Item`)}]`;
      case 'tuple':
        return this.#printTuple(node, place);
      case 'object':
        return this.#printObject(node, place);
      case 'record':
        return this.#printRecord(node, place);
      case 'union':
        return this.#printUnion(node.of, place);
      case 'intersection': {
        const whole = this.#merge(node.of);
        return whole === undefined ? 't.Any' : this.#printObject(whole, place);
      }
      case 'builtin':
        return this.#printBuiltin(node, place);
      default:
        return unreachable(node);
    }
  }

  #declare(name: string, node: TypeNode): void {
    const whole = node.kind === 'intersection' ? this.#merge(node.of) : node;
    if (whole?.kind === 'object' && whole.index === undefined) {
      this.#declarations.push(printTypedDict(name, { ...whole, ...docOf(node) }, this));
    } else if (node.kind === 'brand' && CLASSES.has(this.print(node.of, name))) {
      this.#declarations.push(`${name} = t.NewType(${JSON.stringify(name)}, ${this.print(node.of, name)})`);
    } else {
      // A bare text would be right for type checkers, but nothing could be made of it while a program runs.
      this.#declarations.push(`${name}: t.TypeAlias = t.Union[${JSON.stringify(this.print(node, name))}]`);
    }
  }

  #printObject(node: ObjectNode, place: string): string {
    if (node.index === undefined) return this.declareAs(place, node);
    return node.properties.length === 0 ? `dict[str, ${this.print(node.index, `${place}Value`)}]` : 'dict[str, t.Any]';
  }

  #printRecord({ key, value }: RecordNode, place: string): string {
    const keys = this.print(key, `${place}Key`);
    return `dict[${key.kind === 'number' ? 'str' : keys}, ${this.print(value, `${place}Value`)}]`;
  }

  #printTuple({ items, rest }: TupleNode, place: string): string {
    const types = items.map(({ type, name }, index) => this.print(type, place + toClassName(name ?? `_${index}`)));
    if (rest === undefined && items.every(({ optional }) => !optional)) {
      return types.length === 0 ? 'tuple[()]' : `tuple[${types.join(', ')}]`;
    }
    const all = rest === undefined ? types : [...types, this.print(rest, `${place}Rest`)];
    return `tuple[${[...new Set(all)].join(' | ')}, ...]`;
  }

  #printUnion(members: readonly TypeNode[], place: string): string {
    const printed = members.map((member, index) => this.print(member, placeOfMember(member, place, index)));
    return [...new Set(printed)].join(' | ') || 't.Any';
  }

  // A NewType needs a class, and so there is none of a union or a list.
  #printBrand({ name, of }: BrandNode, place: string): string {
    const base = this.print(of, place);
    if (!CLASSES.has(base)) return base;
    const known = this.#brands.get(`${name} ${base}`);
    if (known !== undefined) return known;
    const brand = this.#names.take(toClassName(name));
    this.#brands.set(`${name} ${base}`, brand);
    this.#declarations.push(`${brand} = t.NewType(${JSON.stringify(brand)}, ${base})`);
    return brand;
  }

  #printBuiltin({ name, of = [] }: BuiltinNode, place: string): string {
    const [first = 't.Any', second = 't.Any'] = of.map((node, index) =>
      this.print(node, `${place}${index === 0 ? 'Item' : 'Value'}`),
    );
    const canBeKey = of[0] !== undefined && isHashable(of[0], this.#types);
    switch (name) {
      case 'Date':
        return 'dt.datetime';
      case 'Map':
      case 'ReadonlyMap':
        return canBeKey ? `dict[${first}, ${second}]` : `list[tuple[${first}, ${second}]]`;
      case 'Set':
      case 'ReadonlySet':
        return canBeKey ? `set[${first}]` : `list[${first}]`;
      case 'URL':
      case 'RegExp':
        return 'str';
      case 'Error':
        return 'dict[str, str]';
      case 'Uint8Array':
        return 'bytes';
      default:
        return unreachable(name);
    }
  }

  #merge(parts: readonly TypeNode[]): ObjectNode | undefined {
    const properties = new Map<string, ObjectNode['properties'][number]>();
    for (const part of parts) {
      const target = part.kind === 'reference' ? this.#types[part.name] : part;
      const whole = target?.kind === 'intersection' ? this.#merge(target.of) : target;
      if (whole?.kind !== 'object' || whole.index !== undefined) return undefined;
      for (const property of whole.properties) properties.set(property.name, property);
    }
    return { kind: 'object', properties: [...properties.values()] };
  }

  #nameOfType(name: string): string {
    return this.#typeNames.get(name) ?? 't.Any';
  }
}

/** What a NewType can be made of. */
const CLASSES: ReadonlySet<string> = new Set(['str', 'int', 'float', 'bool']);

function printLiteralType(values: readonly (string | number | boolean)[]): string {
  // Literal takes no fractions.
  if (values.some((value) => typeof value === 'number' && !Number.isInteger(value))) return 'float';
  return values.length === 0 ? 't.Any' : `t.Literal[${values.map(printLiteral).join(', ')}]`;
}

function docOf({ doc, deprecated }: TypeNode): { doc?: string; deprecated?: string } {
  return { ...(doc === undefined ? {} : { doc }), ...(deprecated === undefined ? {} : { deprecated }) };
}

// A member of a union is called after its first literal, which mostly tells it apart.
function placeOfMember(member: TypeNode, place: string, index: number): string {
  if (member.kind !== 'object') return `${place}${index + 1}`;
  const literal = member.properties.map(({ type }) => type).find(({ kind }) => kind === 'literal');
  return place + (literal?.kind === 'literal' ? toClassName(String(literal.value)) : String(index + 1));
}
