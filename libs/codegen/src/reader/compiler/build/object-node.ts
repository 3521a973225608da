import type { HoleNode, PropertyNode, RecordNode, TypeNode } from '../../../contract/type-node.js';
import type { IndexFacts, ObjectFacts, PropertyFacts, TypeId } from '../type-facts.js';
import { isBuiltin, isFunctionName, languageNode } from './language-objects.js';
import type { NodeContext } from './node-context.js';

/** What stands for a function. Properties that hold one are left out of their objects, since nothing of them is sent. */
export const FUNCTION_HOLE: HoleNode = { kind: 'hole', reason: 'it is a function, which cannot be sent' };

/** An object: its properties, and what its index signatures say of others. */
export function objectNode(facts: ObjectFacts, context: NodeContext): TypeNode {
  if (facts.isCallable) {
    return FUNCTION_HOLE;
  }
  if (facts.extends !== undefined) {
    return isBuiltin(facts.extends) ? languageNode(facts.extends, () => []) : extendsHole(facts);
  }
  if (facts.writesAs !== undefined) {
    return context.build(facts.writesAs, context.path);
  }
  const properties = inOrder(facts.properties.filter((property) => isSent(property, context)));
  const nodes = properties.map((property) => propertyNode(property, context));
  const text = facts.indexes.find(({ key }) => isString(key, context));
  const others = facts.indexes.filter((index) => index !== text).map((index) => recordNode(index, context));
  const own = ownNode(nodes, text, others.length > 0, context);
  const parts = own === undefined ? others : [own, ...others];
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { kind: 'intersection', of: parts };
}

function ownNode(
  properties: readonly PropertyNode[],
  index: IndexFacts | undefined,
  hasOthers: boolean,
  context: NodeContext,
): TypeNode | undefined {
  if (index !== undefined && properties.length === 0) {
    return recordNode(index, context);
  }
  if (properties.length === 0 && hasOthers) {
    return undefined;
  }
  const value = index === undefined ? {} : { index: context.build(index.value, [...context.path, 'Value']) };
  return { kind: 'object', properties, ...value };
}

function recordNode({ key, value }: IndexFacts, { build, path }: NodeContext): RecordNode {
  return { kind: 'record', key: build(key, [...path, 'Key']), value: build(value, [...path, 'Value']) };
}

function propertyNode(property: PropertyFacts, context: NodeContext): PropertyNode {
  const { name, type, isOptional, isReadonly, places } = property;
  const node: TypeNode = type === undefined ? FUNCTION_HOLE : context.build(type, [...context.path, name]);
  return {
    name,
    type: { ...node, ...context.comment(places[0]) },
    ...(isOptional ? { optional: true } : {}),
    ...(isReadonly ? { readonly: true } : {}),
  };
}

/** Methods, functions and what is kept under symbols never leave the server. */
function isSent({ type, isSymbol }: PropertyFacts, context: NodeContext): boolean {
  return type !== undefined && !isSymbol && !isFunction(type, context);
}

function isFunction(id: TypeId, context: NodeContext): boolean {
  const facts = context.facts(id);
  if (facts?.form === 'union') {
    const held = facts.of.filter((member) => !isEmpty(member, context));
    return held.length > 0 && held.every((member) => isFunction(member, context));
  }
  return (facts?.form === 'object' && facts.isCallable) || (facts?.form === 'language' && isFunctionName(facts.name));
}

function isEmpty(id: TypeId, context: NodeContext): boolean {
  const facts = context.facts(id);
  return (
    facts?.form === 'intrinsic' && (facts.name === 'undefined' || facts.name === 'null' || facts.name === 'missing')
  );
}

function isString(id: TypeId, context: NodeContext): boolean {
  const facts = context.facts(id);
  return facts?.form === 'intrinsic' && facts.name === 'string';
}

function extendsHole(facts: ObjectFacts): HoleNode {
  const name = facts.declared?.name ?? 'the type';
  return {
    kind: 'hole',
    reason: `${name} extends ${facts.extends ?? 'a class'}, which cannot be sent; return what it holds as plain data`,
  };
}

/** As they are declared where one file declares all of them, else by name: which file comes first is nobody's decision. */
function inOrder(properties: readonly PropertyFacts[]): readonly PropertyFacts[] {
  const files = new Set(properties.map(({ places: [place] }) => place?.file));
  const isDeclared = files.size === 1 && !files.has(undefined);
  const byName = (a: PropertyFacts, b: PropertyFacts): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return properties.toSorted((a, b) => {
    const distance = isDeclared ? (a.places[0]?.index ?? 0) - (b.places[0]?.index ?? 0) : 0;
    return distance === 0 ? byName(a, b) : distance;
  });
}
