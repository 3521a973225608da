import type { Annotated, TypeNode } from '../../contract/type-node.js';

/** What is said beside a type, where any of it may be missing. */
export type Annotations = { readonly [TName in keyof Annotated]?: Annotated[TName] | undefined };

/** A node with what another one says beside its form; what it says itself stands where the other is silent. */
export function annotate(node: TypeNode, { doc, deprecated, default: preset }: Annotations): TypeNode {
  if (doc === undefined && deprecated === undefined && preset === undefined) return node;
  return {
    ...node,
    ...(doc === undefined ? {} : { doc }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(preset === undefined ? {} : { default: preset }),
  };
}

/** A node's form alone. */
export function withoutAnnotations(node: TypeNode): TypeNode {
  const { doc: _doc, deprecated: _deprecated, default: _default, ...form } = node;
  return form;
}
