import ts from '@typescript/typescript6';
import type { BuiltinName, ObjectNode, TypeNode } from '../contract/type-node.js';

/**
 * Reads a type as TypeScript writes it. What several nodes are printed as is read as one of them: an index of strings as an
 * object, any other and `in` as a record.
 *
 * @throws Error for text that is no type.
 */
export function readType(text: string): TypeNode {
  const file = ts.createSourceFile('read.ts', `type Read = ${text};`, ts.ScriptTarget.ES2022);
  const { diagnostics = [] } = ts.transpileModule(file.text, { reportDiagnostics: true });
  const [statement, ...others] = file.statements;
  if (diagnostics.length > 0 || others.length > 0 || statement === undefined || !ts.isTypeAliasDeclaration(statement)) {
    throw new Error(`It is no type: ${text}`);
  }
  return read(statement.type);
}

function read(node: ts.TypeNode): TypeNode {
  if (ts.isParenthesizedTypeNode(node)) return read(node.type);
  if (ts.isUnionTypeNode(node)) return { kind: 'union', of: node.types.map(read) };
  if (ts.isIntersectionTypeNode(node)) return { kind: 'intersection', of: node.types.map(read) };
  if (ts.isArrayTypeNode(node)) return { kind: 'array', items: read(node.elementType) };
  if (ts.isTupleTypeNode(node)) return readTuple(node);
  if (ts.isTypeOperatorNode(node)) return { ...read(node.type), readonly: true } as TypeNode;
  if (ts.isLiteralTypeNode(node)) return readLiteral(node);
  if (ts.isTemplateLiteralTypeNode(node)) {
    const spans = node.templateSpans;
    return {
      kind: 'template',
      texts: [node.head.text, ...spans.map(({ literal }) => literal.text)],
      types: spans.map(({ type }) => read(type)),
    };
  }
  if (ts.isTypeReferenceNode(node)) return readReference(node);
  if (ts.isTypeLiteralNode(node)) return readObject(node);
  if (ts.isMappedTypeNode(node)) {
    const { constraint } = node.typeParameter;
    if (constraint === undefined || node.type === undefined) throw new Error('A mapped type lacks a part.');
    const record = { kind: 'record', key: read(constraint), value: read(node.type) } as const;
    return node.questionToken === undefined ? record : { ...record, partial: true };
  }
  return { kind: KEYWORDS.get(node.kind) ?? 'never' } as TypeNode;
}

const KEYWORDS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.AnyKeyword, 'any'],
  [ts.SyntaxKind.BigIntKeyword, 'bigint'],
  [ts.SyntaxKind.BooleanKeyword, 'boolean'],
  [ts.SyntaxKind.NeverKeyword, 'never'],
  [ts.SyntaxKind.NumberKeyword, 'number'],
  [ts.SyntaxKind.StringKeyword, 'string'],
  [ts.SyntaxKind.SymbolKeyword, 'symbol'],
  [ts.SyntaxKind.UndefinedKeyword, 'undefined'],
  [ts.SyntaxKind.UnknownKeyword, 'unknown'],
  [ts.SyntaxKind.VoidKeyword, 'void'],
]);

function readLiteral({ literal }: ts.LiteralTypeNode): TypeNode {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return { kind: 'null' };
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'literal', value: true };
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return { kind: 'literal', value: false };
  if (ts.isNoSubstitutionTemplateLiteral(literal)) return { kind: 'template', texts: [literal.text], types: [] };
  if (ts.isStringLiteral(literal)) return { kind: 'literal', value: literal.text };
  const isNegative = ts.isPrefixUnaryExpression(literal);
  const operand = isNegative ? literal.operand : literal;
  const sign = isNegative ? '-' : '';
  if (ts.isBigIntLiteral(operand)) return { kind: 'bigintLiteral', value: sign + operand.text.slice(0, -1) };
  if (ts.isNumericLiteral(operand)) return { kind: 'literal', value: Number(sign + operand.text) };
  throw new Error(`There is no literal of the kind ${ts.SyntaxKind[literal.kind]}.`);
}

function readTuple({ elements }: ts.TupleTypeNode): TypeNode {
  const last = elements.at(-1);
  const rest = last !== undefined && ts.isRestTypeNode(last) ? read(last.type) : undefined;
  const items = elements.slice(0, rest === undefined ? undefined : -1).map((element) => {
    if (ts.isNamedTupleMember(element)) {
      const item = { type: read(element.type), name: element.name.text };
      return element.questionToken === undefined ? item : { ...item, optional: true as const };
    }
    return ts.isOptionalTypeNode(element)
      ? { type: read(element.type), optional: true as const }
      : { type: read(element) };
  });
  return rest?.kind === 'array' ? { kind: 'tuple', items, rest: rest.items } : { kind: 'tuple', items };
}

function readReference({ typeName, typeArguments }: ts.TypeReferenceNode): TypeNode {
  const name = ts.isIdentifier(typeName) ? typeName.text : '';
  const of = (typeArguments ?? []).map(read);
  if (name === 'Brand') {
    const [inner, brand] = of;
    if (inner === undefined || brand?.kind !== 'literal') throw new Error('A brand lacks a part.');
    return { kind: 'brand', name: String(brand.value), of: inner };
  }
  if (!BUILTINS.has(name)) return { kind: 'reference', name };
  return { kind: 'builtin', name: name as BuiltinName, ...(of.length > 0 && { of }) };
}

const BUILTINS: ReadonlySet<string> = new Set(
  'Date Map ReadonlyMap Set ReadonlySet URL RegExp Error Uint8Array'.split(' '),
);

function readObject({ members }: ts.TypeLiteralNode): TypeNode {
  const object: { -readonly [Key in keyof ObjectNode]: ObjectNode[Key] } = { kind: 'object', properties: [] };
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) {
      const [key] = member.parameters;
      const value = read(member.type);
      if (key?.type?.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'record', key: { kind: 'number' }, value };
      object.index = value;
    } else if (ts.isPropertySignature(member) && member.type !== undefined) {
      if (!ts.isIdentifier(member.name) && !ts.isStringLiteral(member.name)) throw new Error('A name is not one.');
      object.properties = [
        ...object.properties,
        {
          name: member.name.text,
          type: read(member.type),
          ...(member.questionToken !== undefined && { optional: true as const }),
          ...(member.modifiers !== undefined && { readonly: true as const }),
        },
      ];
    }
  }
  return object;
}
