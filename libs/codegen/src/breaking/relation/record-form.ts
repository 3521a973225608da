import type { LiteralNode, RecordNode, TypeNode } from '../../contract/type-node.js';
import type { Member, ObjectForm } from './form.js';

/** A record as an object: keys of which there are a known few are its properties, all others its index. */
export function toRecordForm({ key, value, partial }: RecordNode, keys: readonly Member[]): ObjectForm {
  const named = keys.map(({ form }) => form).filter((form) => form.kind === 'literal');
  const isFinite = named.length === keys.length;
  return {
    kind: 'object',
    properties: new Map(
      named.map(({ value: name }: LiteralNode) => [
        String(name),
        { type: value, optional: partial === true || !isFinite },
      ]),
    ),
    ...(isFinite ? {} : { index: { key: toTextKey(key, keys), value } }),
    // A key of another form is refused, where a property that an object does not name is ignored.
    strict: !keys.some(({ form }) => isAnyText(form) || form.kind === 'unknown'),
  };
}

/** Whether a type is every text. */
export function isAnyText(type: TypeNode | Member['form']): boolean {
  return (
    type.kind === 'string' &&
    type.format === undefined &&
    (type.patterns ?? []).length === 0 &&
    (type.minLength ?? 0) === 0 &&
    type.maxLength === undefined
  );
}

// Names of properties are texts, so a key that is a number is the text of one.
function toTextKey(key: TypeNode, keys: readonly Member[]): TypeNode {
  return keys.some(({ form }) => form.kind === 'number')
    ? { kind: 'template', texts: ['', ''], types: [{ kind: 'number' }] }
    : key;
}
