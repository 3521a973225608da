import { unreachable } from '@trunkline/protocol';
import type {
  ArrayNode,
  BuiltinNode,
  ObjectNode,
  RecordNode,
  TemplateNode,
  TupleNode,
  TypeNode,
} from '../../contract/type-node.js';
import { printKey, quote } from './identifier.js';
import { printBlock } from './print-lines.js';
import { printScalarValidator } from './print-scalar-validator.js';

/** What validators are printed with. */
export interface ValidatorScope {
  /** What the validator of a named type is called. */
  nameOf(name: string): string;
  /** A named type itself, for places that take no name. */
  typeOf(name: string): TypeNode;
}

/** The schema of a type, as zod/mini writes it. It checks and changes nothing: no default is filled in. */
export function printValidator(node: TypeNode, scope: ValidatorScope): string {
  switch (node.kind) {
    case 'template':
      return printTemplate(node, scope);
    case 'array':
      return printArray(node, scope);
    case 'tuple':
      return printTuple(node, scope);
    case 'object':
      return printObject(node, scope, node.strict === true);
    case 'record':
      return printRecord(node, scope);
    case 'union': {
      const members = node.of.map((member) => printValidator(member, scope));
      return members.length === 0 ? 'z.never()' : `z.union([${members.join(', ')}])`;
    }
    case 'intersection':
      return printIntersection(node.of, scope);
    case 'brand':
      return printValidator(node.of, scope);
    case 'builtin':
      return printBuiltin(node, scope);
    case 'reference':
      return scope.nameOf(node.name);
    case 'hole':
      return 'z.unknown()';
    default:
      return printScalarValidator(node);
  }
}

function printArray({ items, minItems, maxItems }: ArrayNode, scope: ValidatorScope): string {
  const checks = [
    ...(minItems === undefined ? [] : [`z.minLength(${minItems})`]),
    ...(maxItems === undefined ? [] : [`z.maxLength(${maxItems})`]),
  ];
  const array = `z.array(${printValidator(items, scope)})`;
  return checks.length === 0 ? array : `${array}.check(${checks.join(', ')})`;
}

function printTuple({ items, rest }: TupleNode, scope: ValidatorScope): string {
  const texts = items.map(({ type, optional }) => {
    const text = printValidator(type, scope);
    return optional === true ? `z.optional(${text})` : text;
  });
  return `z.tuple([${texts.join(', ')}]${rest === undefined ? '' : `, ${printValidator(rest, scope)}`})`;
}

function printObject({ properties, index }: ObjectNode, scope: ValidatorScope, isStrict: boolean): string {
  // zod does not see a property of that name.
  const visible = properties.filter(({ name }) => name !== '__proto__');
  const members = printBlock(
    visible.map(({ name, type, optional }) => {
      const text = printValidator(type, scope);
      const optionalText = hasUndefined(type) ? `z.optional(${text})` : `z.exactOptional(${text})`;
      return `${printKey(name)}: ${optional === true ? optionalText : text},`;
    }),
  );
  if (index !== undefined) return `z.catchall(z.object(${members}), ${printValidator(index, scope)})`;
  // What a newer server adds is kept.
  return `z.${isStrict ? 'strict' : 'loose'}Object(${members})`;
}

function printRecord({ key, value, partial }: RecordNode, scope: ValidatorScope): string {
  const keyText = printValidator(resolve(key, scope), scope);
  return `z.${partial === true ? 'partialRecord' : 'record'}(${keyText}, ${printValidator(value, scope)})`;
}

function printIntersection(members: readonly TypeNode[], scope: ValidatorScope): string {
  // A strict object would refuse what the others have.
  const texts = members.map((member) =>
    member.kind === 'object' ? printObject(member, scope, false) : printValidator(member, scope),
  );
  return texts.reduceRight((right, left) => `z.intersection(${left}, ${right})`, texts.pop() ?? 'z.unknown()');
}

function printTemplate({ texts, types }: TemplateNode, scope: ValidatorScope): string {
  const parts = texts.flatMap((text, index) => {
    const type = types[index];
    return [quote(text), ...(type === undefined ? [] : [printValidator(resolve(type, scope), scope)])];
  });
  return `z.templateLiteral([${parts.join(', ')}])`;
}

function printBuiltin({ name, of = [] }: BuiltinNode, scope: ValidatorScope): string {
  const [first = 'z.unknown()', second = 'z.unknown()'] = of.map((type) => printValidator(type, scope));
  switch (name) {
    case 'Map':
    case 'ReadonlyMap':
      return `z.map(${first}, ${second})`;
    case 'Set':
    case 'ReadonlySet':
      return `z.set(${first})`;
    case 'Date':
      return 'z.date()';
    case 'URL':
    case 'RegExp':
    case 'Error':
    case 'Uint8Array':
      return `z.instanceof(${name})`;
    default:
      return unreachable(name);
  }
}

function hasUndefined(node: TypeNode): boolean {
  if (node.kind === 'union') return node.of.some(hasUndefined);
  return node.kind === 'undefined' || node.kind === 'unknown' || node.kind === 'any' || node.kind === 'hole';
}

/** The type without the names at its top, which keys and templates do not take. */
function resolve(node: TypeNode, scope: ValidatorScope): TypeNode {
  if (node.kind === 'reference') return resolve(scope.typeOf(node.name), scope);
  if (node.kind === 'brand') return resolve(node.of, scope);
  return node.kind === 'union' ? { ...node, of: node.of.map((member) => resolve(member, scope)) } : node;
}
