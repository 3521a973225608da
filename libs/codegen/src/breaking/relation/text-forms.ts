import type { LiteralNode, NumberNode, StringNode, TemplateNode, TypeNode } from '../../contract/type-node.js';
import type { Form } from './form.js';
import { isAnyText } from './record-form.js';

/** Whether every text of one type is one of another as far as lengths go. */
export function isLengthWithin(sent: StringNode, expected: StringNode): boolean {
  return (
    (sent.minLength ?? 0) >= (expected.minLength ?? 0) &&
    (sent.maxLength ?? Number.POSITIVE_INFINITY) <= (expected.maxLength ?? Number.POSITIVE_INFINITY)
  );
}

/** Whether every text of one type is one of another as far as formats and patterns go; lengths are left aside. */
export function isFormatWithin(sent: StringNode, expected: StringNode): boolean {
  if (expected.format !== undefined && expected.format !== sent.format) return false;
  const given = new Set(sent.patterns);
  return (expected.patterns ?? []).every((pattern) => given.has(pattern));
}

/** Whether a text is one of a type. Of a format it is not known, so it is not. */
export function isTextOf(value: string, { format, patterns = [], minLength = 0, maxLength }: StringNode): boolean {
  if (format !== undefined || value.length < minLength || value.length > (maxLength ?? value.length)) return false;
  return patterns.every((pattern) => new RegExp(pattern).test(value));
}

/** The regular expression of a template's texts; `undefined` where a part has bounds, or a form that no text has. */
export function toPattern({ texts, types }: TemplateNode, formsOf: FormsOf): RegExp | undefined {
  const parts = types.map((type) => toAlternatives(type, formsOf));
  if (!parts.every((part) => part !== undefined)) return undefined;
  const pattern = texts.map((text, index) => `${escapePattern(text)}${parts[index] ?? ''}`).join('');
  return new RegExp(`^${pattern}$`);
}

/** Whether a text is one of a type of keys: a name of a property, a piece of a template. */
export function isNameOf(name: string, key: TypeNode, formsOf: FormsOf): boolean {
  return formsOf(key).some((form) => {
    if (form.kind === 'unknown') return true;
    if (form.kind === 'string') return isTextOf(name, form);
    if (form.kind === 'literal') return String(form.value) === name;
    return form.kind === 'template' && toPattern(form, formsOf)?.test(name) === true;
  });
}

/** The forms of a type. */
export type FormsOf = (node: TypeNode) => readonly Form[];

function toAlternatives(type: TypeNode, formsOf: FormsOf): string | undefined {
  const alternatives = formsOf(type).map((form) => toAlternative(form, formsOf));
  return alternatives.every((alternative) => alternative !== undefined) ? `(?:${alternatives.join('|')})` : undefined;
}

function toAlternative(form: Form, formsOf: FormsOf): string | undefined {
  switch (form.kind) {
    case 'string':
      return isAnyText(form) ? '[\\s\\S]*' : undefined;
    case 'number':
      return numberPattern(form);
    case 'bigint':
      return form.minimum === undefined && form.maximum === undefined ? '-?\\d+' : undefined;
    case 'boolean':
      return 'true|false';
    case 'null':
    case 'undefined':
      return form.kind;
    case 'literal':
    case 'bigintLiteral':
      return escapePattern(toText(form));
    case 'template':
      return toPattern(form, formsOf)?.source.slice(1, -1);
    default:
      return undefined;
  }
}

function numberPattern({ integer, doc: _doc, deprecated: _deprecated, default: _default, ...bounds }: NumberNode) {
  if (Object.keys(bounds).length > 1) return undefined;
  return integer === true ? '-?\\d+' : '-?\\d+(?:\\.\\d+)?';
}

function toText({ value }: { readonly value: LiteralNode['value'] }): string {
  return String(value);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
