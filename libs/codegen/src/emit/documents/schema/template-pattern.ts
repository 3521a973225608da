import type { TemplateNode, TypeNode } from '../../../contract/type-node.js';

/** The regular expression of a template literal type, anchored at both ends. */
export function templatePattern(node: TemplateNode, types: Readonly<Record<string, TypeNode>>): string {
  return `^${patternOf(node, types, new Set())}$`;
}

const ANY_TEXT = '[\\s\\S]*';

// What TypeScript takes for `${number}`: whatever Number() reads as a finite number, without spaces.
const NUMBER_TEXT =
  '(?:[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)';

function patternOf(node: TypeNode, types: Readonly<Record<string, TypeNode>>, open: ReadonlySet<string>): string {
  switch (node.kind) {
    case 'template':
      return node.texts
        .map((text, index) => {
          const type = node.types[index];
          return escapePattern(text) + (type === undefined ? '' : patternOf(type, types, open));
        })
        .join('');
    case 'literal':
      return escapePattern(String(node.value));
    case 'bigintLiteral':
      return escapePattern(node.value);
    case 'number':
      return NUMBER_TEXT;
    case 'bigint':
      return '-?[0-9]+';
    case 'boolean':
      return '(?:true|false)';
    case 'null':
    case 'undefined':
      return node.kind;
    case 'union':
      return `(?:${node.of.map((member) => patternOf(member, types, open)).join('|')})`;
    case 'enum':
      return `(?:${node.members.map(({ value }) => escapePattern(String(value))).join('|')})`;
    case 'brand':
      return patternOf(node.of, types, open);
    case 'reference': {
      const target = types[node.name];
      if (target === undefined || open.has(node.name)) return ANY_TEXT;
      return patternOf(target, types, new Set([...open, node.name]));
    }
    default:
      return ANY_TEXT;
  }
}

/** A text as a pattern that matches it alone, with the flag `u` and without. */
function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
