import type { Annotated, TypeNode } from '../../../contract/type-node.js';

/** A type with what is said of it; what it says itself stands where nothing else is said. */
export function annotate(node: TypeNode, { doc, deprecated, default: preset }: Annotated): TypeNode {
  if (doc === undefined && deprecated === undefined && preset === undefined) return node;
  return {
    ...node,
    ...(doc === undefined ? {} : { doc }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(preset === undefined ? {} : { default: preset }),
  };
}
