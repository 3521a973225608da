import ts from 'typescript';

/**
 * Lists what an entry point exports: one line a name, types marked as such, in alphabetical order.
 *
 * @throws when it exports with `export *`, which makes a name public that nobody chose.
 */
export function listExportedNames(path: string, text: string): readonly string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  return statements
    .flatMap((statement) => listNames(path, statement))
    .toSorted((left, right) => (left < right ? -1 : 1));
}

function listNames(path: string, statement: ts.Statement): readonly string[] {
  if (ts.isExportDeclaration(statement)) return listReexports(path, statement);
  if (!isExported(statement)) return [];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return [`type ${statement.name.text}`];
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return [statement.name?.text ?? 'default'];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  return [];
}

function listReexports(path: string, { exportClause, isTypeOnly }: ts.ExportDeclaration): readonly string[] {
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) {
    throw new Error(`${path} exports with a star. List the public names by hand, so that each is a choice.`);
  }
  return exportClause.elements.map((element) =>
    isTypeOnly || element.isTypeOnly ? `type ${element.name.text}` : element.name.text,
  );
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}
