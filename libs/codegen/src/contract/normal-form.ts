import { canonicalLine, compareText } from './canonical.js';
import { mapChildren } from './children.js';
import type { TypeNode } from './type-node.js';

/** A type without what does not travel, and with members in an order of their own: the same for types that say the same. */
export function normalForm(node: TypeNode): TypeNode {
  const { doc: _doc, deprecated: _deprecated, default: _default, ...form } = mapChildren(node, normalForm);
  switch (form.kind) {
    case 'object':
      return { ...form, properties: form.properties.toSorted((left, right) => compareText(left.name, right.name)) };
    case 'union':
    case 'intersection':
      return { ...form, of: sortByText(form.of) };
    case 'enum':
      return {
        ...form,
        members: form.members
          .map(({ name, value }) => ({ name, value }))
          .toSorted((left, right) => compareText(left.name, right.name)),
      };
    default:
      return form;
  }
}

function sortByText(nodes: readonly TypeNode[]): readonly TypeNode[] {
  return nodes
    .map((node) => ({ node, text: canonicalLine(node) }))
    .toSorted((left, right) => compareText(left.text, right.text))
    .map(({ node }) => node);
}
