import type { ObjectNode, PropertyNode, TypeNode } from '../../contract/type-node.js';
import { descriptionOf } from '../documents/schema/annotate.js';
import { constraintsOf } from '../typescript/constraint-text.js';
import { isPlainName, quotePython, toClassName } from './python-name.js';
import { comment, docstring } from './python-text.js';

/** What prints the types of the members. */
export interface MemberPrinter {
  print(node: TypeNode, place: string): string;
}

/** An object as a TypedDict: as a class, or as a call where a member has a name that no class can have. */
export function printTypedDict(name: string, node: ObjectNode, printer: MemberPrinter): string {
  const members = node.properties.map((property) => ({ property, text: printMember(property, name, printer) }));
  const doc = descriptionOf(node);
  if (node.properties.every((property) => isPlainName(property.name))) {
    const lines = members.flatMap(({ property, text }) => [...notes(property), `    ${property.name}: ${text}`]);
    const body = [...docstring(doc, '    '), ...lines];
    return [`class ${name}(t.TypedDict):`, ...(body.length === 0 ? ['    pass'] : body)].join('\n');
  }
  const lines = members.flatMap(({ property, text }) => [
    ...notes(property),
    `    ${quotePython(property.name)}: ${JSON.stringify(text)},`,
  ]);
  return [...comment(doc, ''), `${name} = t.TypedDict(${quotePython(name)}, {`, ...lines, '})'].join('\n');
}

function printMember({ name, type, optional }: PropertyNode, owner: string, printer: MemberPrinter): string {
  const text = printer.print(type, owner + toClassName(name));
  return optional ? `t.NotRequired[${text}]` : text;
}

function notes({ type }: PropertyNode): readonly string[] {
  const value = type.default === undefined ? '' : `Default: ${JSON.stringify(type.default)}`;
  return [descriptionOf(type), constraintsOf(type), value].flatMap((text) => comment(text, '    '));
}
