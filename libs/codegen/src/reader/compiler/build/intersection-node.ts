import type { TypeNode } from '../../../contract/type-node.js';
import { isBrandAlias } from '../declared-origin.js';
import type { IntersectionFacts, ObjectFacts, TypeFacts, TypeId } from '../type-facts.js';
import type { NodeContext } from './node-context.js';
import { FUNCTION_HOLE } from './object-node.js';

/**
 * An intersection. What no value can be, a text or number that is an object as well, is how applications tell types apart:
 * it becomes a brand, as zod's own brands do.
 */
export function intersectionNode({ of }: IntersectionFacts, context: NodeContext): TypeNode {
  const parts = of.map((id) => ({ id, facts: context.facts(id) }));
  const isPrimitive = parts.some(({ facts }) => facts !== undefined && isPrimitiveForm(facts));
  const brands: string[] = [];
  const rest: TypeId[] = [];
  for (const { id, facts } of parts) {
    const names = facts?.form === 'object' ? brandNames(facts, isPrimitive, context) : [];
    if (names.length === 0) {
      rest.push(id);
    }
    brands.push(...names);
  }
  const nodes = rest.map((id) => context.build(id, context.path));
  if (nodes.some((node) => node === FUNCTION_HOLE)) {
    return FUNCTION_HOLE;
  }
  const [first] = nodes;
  const base: TypeNode = nodes.length === 1 && first !== undefined ? first : { kind: 'intersection', of: nodes };
  return brands.toSorted().reduce<TypeNode>((node, name) => ({ kind: 'brand', name, of: node }), base);
}

/** The brands that a part of an intersection stands for; none where it is a part like any other. */
function brandNames(facts: ObjectFacts, isOfPrimitive: boolean, context: NodeContext): readonly string[] {
  const { alias } = facts;
  if (alias !== undefined && alias.origin === 'package' && isBrandAlias(alias.name)) {
    return alias.parameters.flatMap((id) => literalTexts(id, context));
  }
  const [property] = facts.properties;
  const isMark = facts.properties.length === 1 && property?.isSymbol === true;
  if (property === undefined || facts.indexes.length > 0 || facts.isCallable || (!isOfPrimitive && !isMark)) {
    return [];
  }
  const texts = property.type === undefined ? [] : literalTexts(property.type, context);
  return texts.length > 0 ? texts : [property.name];
}

function literalTexts(id: TypeId, context: NodeContext): readonly string[] {
  const facts = context.facts(id);
  if (facts?.form === 'literal' && typeof facts.value !== 'boolean') {
    return [String(facts.value)];
  }
  return facts?.form === 'union' ? facts.of.flatMap((member) => literalTexts(member, context)) : [];
}

function isPrimitiveForm(facts: TypeFacts): boolean {
  if (facts.form === 'intrinsic') {
    return facts.name === 'string' || facts.name === 'number' || facts.name === 'bigint' || facts.name === 'boolean';
  }
  return facts.form === 'literal' || facts.form === 'bigintLiteral' || facts.form === 'template';
}
