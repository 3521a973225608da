const LINE_CHARACTERS = 80;

/** Members in braces: on one line where that is short and none has a comment above it. */
export function printBraces(members: readonly string[]): string {
  const line = `{ ${members.join(' ').replace(/;$/u, '')} }`;
  return line.includes('\n') || line.length > LINE_CHARACTERS
    ? printBlock(members)
    : members.length === 0
      ? '{}'
      : line;
}

/** Members in braces, each on a line of its own. */
export function printBlock(members: readonly string[]): string {
  return members.length === 0 ? '{}' : `{\n${indent(members.join('\n'))}\n}`;
}

/** Every line of a text, further to the right. */
export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '  ');
}
