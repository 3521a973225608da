import type { TypeNode } from '../contract/type-node.js';
import {
  array,
  both,
  brand,
  contract,
  date,
  enumeration,
  gives,
  hole,
  literal,
  literals,
  missing,
  nil,
  nothing,
  number,
  object,
  record,
  reference,
  strict,
  takes,
  text,
  tuple,
  union,
  unknown,
} from './contract-builder.spec-support.js';
import { at, type PlannedChange } from './planned-change.spec-support.js';

const node = (value: TypeNode) => value;

const circle = object({ kind: literal('circle'), radius: number });
const square = object({ kind: literal('square'), side: number });
const a = object({ a: text });

export const procedureChanges: readonly PlannedChange[] = [
  ['a procedure is removed', contract({ p: {}, q: {} }), contract({ q: {} }), at('PROCEDURE_REMOVED')],
  ['a query becomes a mutation', contract({ p: {} }), contract({ p: { kind: 'mutation' } }), at('KIND_CHANGED')],
  [
    'events get ids',
    contract({ p: { kind: 'subscription', output: a } }),
    contract({ p: { kind: 'subscription', tracked: true, output: object({ id: text, data: a }) } }),
    at('TRACKED_CHANGED'),
  ],
  [
    'events lose their ids and a property',
    contract({ p: { kind: 'subscription', tracked: true, output: object({ id: text, data: a }) } }),
    contract({ p: { kind: 'subscription', output: object({}) } }),
    at('TRACKED_CHANGED'),
    at('OUTPUT_FIELD_REMOVED', 'output.data.a'),
  ],
  [
    'another transformer is used',
    contract({ p: { output: object({ at: date }) }, q: {} }),
    contract({ p: { output: object({ at: text }) }, q: {} }, {}, { transformer: 'none' }),
    at('WIRE_CHANGED', 'transformer'),
  ],
  [
    'another transformer is used and a type changes',
    contract({ p: { output: object({ at: date, name: text }) } }),
    contract({ p: { output: object({ at: text, name: number }) } }, {}, { transformer: 'none' }),
    at('TYPE_CHANGED', 'output.name'),
    at('WIRE_CHANGED', 'transformer'),
  ],
  ['an error is declared', contract({ p: {} }), contract({ p: { errors: { FULL: '' } } }), at('ERROR_ADDED', 'errors')],
  ['an error goes', contract({ p: { errors: { FULL: '' } } }), contract({ p: {} }), at('ERROR_REMOVED', 'errors')],
  [
    'the data of errors loses a property',
    contract({ p: {} }, {}, { errorData: a }),
    contract({ p: {} }, {}, { errorData: object({}) }),
    at('OUTPUT_FIELD_REMOVED', 'error.data.a'),
  ],
];

export const inputChanges: readonly PlannedChange[] = [
  ['an input is asked for', takes(nothing), takes(a), at('INPUT_ADDED', 'input')],
  ['an optional input is asked for', takes(union(a, nothing)), takes(a), at('INPUT_REQUIRED', 'input')],
  ['the input goes', takes(a), takes(nothing), at('INPUT_REMOVED', 'input')],
  [
    'a required property is added',
    takes(a),
    takes(object({ a: text, b: text })),
    at('INPUT_FIELD_ADDED_REQUIRED', 'input.b'),
  ],
  ['a property becomes required', takes(object({ 'a?': text })), takes(a), at('INPUT_FIELD_REQUIRED', 'input.a')],
  [
    'a property may no longer be undefined or missing',
    takes(object({ a: union(text, missing) })),
    takes(a),
    at('INPUT_FIELD_REQUIRED', 'input.a'),
  ],
  [
    'a property may be missing but not undefined',
    takes(object({ 'a?': union(text, missing) })),
    takes(object({ 'a?': text })),
    at('INPUT_UNDEFINED_REFUSED', 'input.a'),
  ],
  [
    'a property is no longer taken',
    takes(object({ a: text, 'b?': text })),
    takes(a),
    at('INPUT_FIELD_REMOVED', 'input.b'),
  ],
  [
    'a property is refused',
    takes(strict({ a: text, 'b?': text })),
    takes(strict({ a: text })),
    at('INPUT_FIELD_REFUSED', 'input.b'),
  ],
  ['others are refused', takes(a), takes(strict({ a: text })), at('INPUT_STRICT', 'input')],
  [
    'a literal is no longer taken',
    takes(literals('x', 'y', 'z')),
    takes(literals('x')),
    at('INPUT_MEMBER_REMOVED', 'input'),
  ],
  [
    'a member of an enum is no longer taken',
    takes(enumeration({ X: 'x', Y: 'y' })),
    takes(enumeration({ X: 'x' })),
    at('INPUT_MEMBER_REMOVED', 'input'),
  ],
  ['a form is no longer taken', takes(union(circle, square)), takes(circle), at('INPUT_MEMBER_REMOVED', 'input')],
  ['null is no longer taken', takes(object({ a: union(text, nil) })), takes(a), at('INPUT_MEMBER_REMOVED', 'input.a')],
  [
    'any text becomes a few',
    takes(object({ a: text })),
    takes(object({ a: literals('x', 'y') })),
    at('INPUT_TYPE_NARROWED', 'input.a'),
  ],
  ['anything becomes text', takes(unknown), takes(text), at('INPUT_TYPE_NARROWED', 'input')],
  ['what was not said becomes text', takes(hole), takes(text), at('TYPE_UNKNOWN', 'input')],
  ['it is no longer said what is taken', takes(a), takes(hole), at('TYPE_UNKNOWN', 'input')],
  ['text becomes a number', takes(a), takes(object({ a: number })), at('TYPE_CHANGED', 'input.a')],
  [
    'a text gets a bound',
    takes(text),
    takes({ kind: 'string', maxLength: 9 }),
    at('INPUT_CONSTRAINT_TIGHTENED', 'input'),
  ],
  [
    'a number has to be whole',
    takes(object({ limit: number })),
    takes(object({ limit: node({ kind: 'number', integer: true }) })),
    at('INPUT_CONSTRAINT_TIGHTENED', 'input.limit'),
  ],
  [
    'the least number is no longer taken',
    takes({ kind: 'number', minimum: 1 }),
    takes({ kind: 'number', exclusiveMinimum: 1 }),
    at('INPUT_CONSTRAINT_TIGHTENED', 'input'),
  ],
  [
    'fewer items are taken',
    takes(object({ tags: array(text) })),
    takes(object({ tags: array(text, { maxItems: 3 }) })),
    at('INPUT_CONSTRAINT_TIGHTENED', 'input.tags'),
  ],
  [
    'a bigint gets a bound',
    takes({ kind: 'bigint' }),
    takes({ kind: 'bigint', minimum: '0' }),
    at('INPUT_CONSTRAINT_TIGHTENED', 'input'),
  ],
  ['a text gets a format', takes(text), takes({ kind: 'string', format: 'email' }), at('INPUT_FORMAT_ADDED', 'input')],
  [
    'a text gets a pattern within a list',
    takes(object({ tags: array(text) })),
    takes(object({ tags: array({ kind: 'string', patterns: ['^a'] }) })),
    at('INPUT_FORMAT_ADDED', 'input.tags[]'),
  ],
  [
    'a default is another',
    takes(object({ 'limit?': node({ kind: 'number', default: 20 }) })),
    takes(object({ 'limit?': node({ kind: 'number', default: 50 }) })),
    at('DEFAULT_CHANGED', 'input.limit'),
  ],
  ['a tuple asks for one more', takes(tuple(text)), takes(tuple(text, text)), at('INPUT_LENGTH_CHANGED', 'input')],
  [
    'a type becomes branded',
    takes(object({ id: text })),
    takes(object({ id: brand('Id', text) })),
    at('BRAND_CHANGED', 'input.id'),
  ],
  [
    'keys become few',
    takes(record(text, number)),
    takes(record(literals('x'), number)),
    at('INPUT_FIELD_REQUIRED', 'input.x'),
    at('INPUT_FIELD_REFUSED', 'input[*]'),
  ],
  [
    'a deep property of an intersection becomes required',
    takes(both(a, object({ b: object({ 'c?': text }) }))),
    takes(both(a, object({ b: object({ c: text }) }))),
    at('INPUT_FIELD_REQUIRED', 'input.b.c'),
  ],
];

const user = (properties: Parameters<typeof object>[0]) => ({ User: object({ id: text, ...properties }) });
const tree = (properties: Parameters<typeof object>[0]) => ({
  Tree: object({ ...properties, children: array(reference('Tree')) }),
});
const shape = (...forms: readonly TypeNode[]) => ({ Circle: circle, Square: square, Shape: union(...forms) });

export const namedChanges: readonly PlannedChange[] = [
  [
    'a type that two procedures give loses a property',
    contract({ p: { output: reference('User') }, q: { output: array(reference('User')) } }, user({ name: text })),
    contract({ p: { output: reference('User') }, q: { output: array(reference('User')) } }, user({})),
    at('OUTPUT_FIELD_REMOVED', 'User.name'),
  ],
  [
    'a type changes with its name',
    gives(reference('User'), user({ name: text })),
    gives(reference('Person'), { Person: object({ id: text }) }),
    at('OUTPUT_FIELD_REMOVED', 'User.name'),
    at('TYPE_NAME_REMOVED', 'User'),
  ],
  [
    'a type that contains itself changes',
    gives(reference('Tree'), tree({ name: text })),
    gives(reference('Tree'), tree({ name: number })),
    at('TYPE_CHANGED', 'Tree.name'),
  ],
  [
    'a named union gets a member',
    gives(union(reference('Shape'), nil), shape(reference('Circle'), reference('Square'))),
    gives(
      union(reference('Shape'), nil),
      shape(reference('Circle'), reference('Square'), object({ kind: literal('dot') })),
    ),
    at('OUTPUT_MEMBER_ADDED', 'Shape'),
  ],
  [
    'a type that is taken and given becomes another text',
    contract({ p: { input: reference('Id'), output: reference('Id') } }, { Id: text }),
    contract({ p: { input: reference('Id'), output: reference('Id') } }, { Id: number }),
    at('TYPE_CHANGED', 'Id'),
  ],
];
