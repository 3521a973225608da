/** The first line of every file. It says nothing that changes by itself. */
export const HEADER = '# Made from contract.json by @trunkline/codegen. Do not edit.\n';

/** A text as the lines of a docstring, further in; empty for an empty text. */
export function docstring(text: string, indent: string): readonly string[] {
  const safe = text.trim().replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
  if (safe === '') return [];
  const lines = safe.split(/\r\n|[\n\r]/);
  const [only = ''] = lines;
  if (lines.length === 1) return [`${indent}"""${only}${only.endsWith('"') ? ' ' : ''}"""`];
  return [`${indent}"""${only}`, ...lines.slice(1).map((line) => (indent + line).trimEnd()), `${indent}"""`];
}

/** A text as comment lines, further in. */
export function comment(text: string, indent: string): readonly string[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(/\r\n|[\n\r]/).map((line) => `${indent}#: ${line}`.trimEnd());
}
