import { type Node, SyntaxKind } from '@typescript/native/unstable/ast';
import { type Checker, NodeBuilderFlags, type Type } from '@typescript/native/unstable/sync';

/** The type itself is written out, whatever name it has and whatever would be wrong with it in a program. */
const WRITTEN_OUT = NodeBuilderFlags.NoTruncation | NodeBuilderFlags.InTypeAlias | NodeBuilderFlags.IgnoreErrors;

/** The labels of a tuple's places. The compiler says them nowhere but in a tree that it makes of the type. */
export function tupleLabels(checker: Checker, type: Type): readonly (string | undefined)[] {
  const labels: (string | undefined)[] = [];
  const tree = checker.typeToTypeNode(type, undefined, WRITTEN_OUT);
  const tuple = tree?.kind === SyntaxKind.TypeOperator ? childOf(tree, SyntaxKind.TupleType) : tree;
  tuple?.forEachChild((item) => {
    const name = item.kind === SyntaxKind.NamedTupleMember ? childOf(item, SyntaxKind.Identifier) : undefined;
    labels.push(name !== undefined && 'text' in name && typeof name.text === 'string' ? name.text : undefined);
    return undefined;
  });
  return labels;
}

function childOf(node: Node, kind: SyntaxKind): Node | undefined {
  let found: Node | undefined;
  node.forEachChild((child) => {
    found ??= child.kind === kind ? child : undefined;
    return undefined;
  });
  return found;
}
