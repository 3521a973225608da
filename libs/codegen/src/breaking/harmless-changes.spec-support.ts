import type { Contract } from '../contract/contract.js';
import type { TypeNode } from '../contract/type-node.js';
import {
  array,
  boolean,
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

/** A change of which nothing is found but information. */
export type HarmlessChange = readonly [name: string, before: Contract, after: Contract];

const a = object({ a: text });
const circle = object({ kind: literal('circle'), radius: number });
const square = object({ kind: literal('square'), side: number });
const bounded = (minLength: number, maxLength: number): TypeNode => ({ kind: 'string', minLength, maxLength });
const range = (minimum: number, maximum: number): TypeNode => ({ kind: 'number', minimum, maximum });
const template = (before: string): TypeNode => ({ kind: 'template', texts: [before, ''], types: [text] });
const map = (name: 'Map' | 'ReadonlyMap'): TypeNode => ({ kind: 'builtin', name, of: [text, number] });

/** Takes and gives one type. */
const trades = (type: TypeNode, types: Readonly<Record<string, TypeNode>> = {}): Contract =>
  contract({ p: { input: type, output: type } }, types);

export const harmlessProcedures: readonly HarmlessChange[] = [
  ['a procedure is added', contract({ p: {} }), contract({ p: {}, q: { input: a } })],
  ['procedures are in another order', contract({ p: {}, q: {} }), contract({ q: {}, p: {} })],
  ['a procedure is described', contract({ p: {} }), contract({ p: { doc: 'What it does.', meta: { tag: 'x' } } })],
  ['a procedure is deprecated', contract({ p: {} }), contract({ p: { deprecated: 'Use q.' } })],
  [
    'types are read from elsewhere',
    contract({ p: {} }),
    contract({ p: {} }, {}, { procedures: { p: { ...contract({ p: {} }).procedures['p'], ...fromSchema() } } }),
  ],
  [
    'the data of errors gets a property',
    contract({ p: {} }, {}, { errorData: object({}) }),
    contract({ p: {} }, {}, { errorData: a }),
  ],
  ['the data of errors is told at last', contract({ p: {} }), contract({ p: {} }, {}, { errorData: a })],
];

export const harmlessInputs: readonly HarmlessChange[] = [
  ['an optional input is added', takes(nothing), takes(union(a, nothing))],
  ['the input may be left out', takes(a), takes(union(a, nothing))],
  ['an optional property is added', takes(a), takes(object({ a: text, 'b?': number }))],
  ['a property that may be undefined is added', takes(a), takes(object({ a: text, b: union(number, missing) }))],
  ['a property may be left out', takes(a), takes(object({ 'a?': text }))],
  [
    'a property gets a default',
    takes(object({ 'a?': text })),
    takes(object({ 'a?': { kind: 'string', default: 'x' } })),
  ],
  ['null is taken', takes(a), takes(object({ a: union(text, nil) }))],
  ['a literal is taken', takes(literals('x')), takes(literals('x', 'y'))],
  ['a form is taken', takes(circle), takes(union(square, circle))],
  ['a few literals become any text', takes(literals('x', 'y')), takes(text)],
  ['anything is taken', takes(a), takes(unknown)],
  ['what was not said is anything', takes(hole), takes(unknown)],
  ['a text may be longer', takes(bounded(1, 5)), takes(bounded(0, 9))],
  ['a number may be wider', takes(range(1, 5)), takes(range(0, 9))],
  [
    'whole numbers above 0 are those from 1',
    takes({ kind: 'number', integer: true, exclusiveMinimum: 0 }),
    takes({ kind: 'number', integer: true, minimum: 1 }),
  ],
  ['a number need not be whole', takes({ kind: 'number', integer: true }), takes(number)],
  [
    'multiples of ten become those of five',
    takes({ kind: 'number', multipleOf: 10 }),
    takes({ kind: 'number', multipleOf: 5 }),
  ],
  ['more items are taken', takes(array(text, { maxItems: 3 })), takes(array(text))],
  ['a tuple becomes a list', takes(tuple(text, text)), takes(array(text))],
  ['a format is no longer asked for', takes({ kind: 'string', format: 'email' }), takes(text)],
  ['literals keep a pattern', takes(literals('ab', 'ac')), takes({ kind: 'string', patterns: ['^a'] })],
  ['others are no longer refused', takes(strict({ a: text })), takes(a)],
  ['other properties are taken', takes(a), takes({ ...a, index: text })],
  ['a template becomes text', takes(template('id-')), takes(text)],
  ['a literal becomes a template', takes(literal('id-1')), takes(template('id-'))],
  ['a brand is no longer asked for', takes(brand('Id', text)), takes(text)],
];

export const harmlessOutputs: readonly HarmlessChange[] = [
  ['something is given where nothing was', gives(nothing), gives(a)],
  ['a property is given', gives(a), gives(object({ a: text, b: text }))],
  ['a property is always there', gives(object({ 'a?': union(text, missing) })), gives(a)],
  ['a value is never null', gives(object({ a: union(text, nil) })), gives(a)],
  ['a literal is no longer given', gives(literals('x', 'y')), gives(literals('x'))],
  ['a form is no longer given', gives(union(circle, square)), gives(circle)],
  ['any text becomes one of a few', gives(text), gives(literals('x', 'y'))],
  ['anything becomes something', gives(unknown), gives(a)],
  ['it is said at last what is given', gives(hole), gives(a)],
  ['a text is shorter', gives(bounded(0, 9)), gives(bounded(1, 5))],
  ['a number is whole', gives(number), gives({ kind: 'number', integer: true })],
  ['a text has a format', gives(text), gives({ kind: 'string', format: 'uuid' })],
  ['a value is branded', gives(text), gives(brand('Id', text))],
  ['a list may be changed', gives({ kind: 'array', items: text, readonly: true }), gives(array(text))],
  ['a list becomes a tuple', gives(array(text)), gives(tuple(text, text))],
  ['a map may be changed', gives(map('ReadonlyMap')), gives(map('Map'))],
  ['a record gets known keys', gives(record(text, number)), gives(object({ x: number }))],
];

const enumOfTwo = enumeration({ X: 'x', Y: 'y' });
const tree = (name: string): Readonly<Record<string, TypeNode>> => ({
  [name]: object({ name: text, children: array(reference(name)) }),
});

export const harmlessForms: readonly HarmlessChange[] = [
  ['properties are in another order', trades(object({ a: text, b: number })), trades(object({ b: number, a: text }))],
  ['members are in another order', trades(union(circle, square, nil)), trades(union(nil, square, circle))],
  ['a type is renamed', trades(reference('User'), { User: a }), trades(reference('Person'), { Person: a })],
  [
    'a type that contains itself is renamed',
    trades(reference('Tree'), tree('Tree')),
    trades(reference('Node'), tree('Node')),
  ],
  [
    'a type that contains itself is written out once',
    trades(reference('Tree'), tree('Tree')),
    trades(object({ name: text, children: array(reference('Tree')) }), tree('Tree')),
  ],
  ['a type gets a name', trades(object({ inner: a })), trades(object({ inner: reference('Inner') }), { Inner: a })],
  ['a type loses its name', trades(union(reference('Inner'), nil), { Inner: a }), trades(union(a, nil))],
  ['an enum becomes literals', trades(enumOfTwo), trades(literals('y', 'x'))],
  ['literals become an enum', trades(literals('y', 'x')), trades(reference('Role'), { Role: enumOfTwo })],
  ['members of an enum are renamed', trades(enumOfTwo), trades(enumeration({ First: 'x', Second: 'y' }))],
  ['boolean is written out', trades(boolean), trades(literals(true, false))],
  ['boolean is written shortly', trades(object({ a: literals(false, true) })), trades(object({ a: boolean }))],
  ['an intersection is merged', trades(both(a, object({ b: text }))), trades(object({ a: text, b: text }))],
  ['an object becomes an intersection', trades(object({ a: text, b: text })), trades(both(object({ b: text }), a))],
  [
    'a record of known keys becomes an object',
    trades(strict({ x: date, y: date })),
    trades(record(literals('x', 'y'), date)),
  ],
  ['an index becomes a record', trades({ ...object({}), index: number }), trades(record(text, number))],
  ['unions are nested', trades(union(text, number, nil)), trades(union(union(text, nil), number))],
  [
    'a list of equal places becomes a tuple with a rest',
    trades(array(text)),
    trades({ kind: 'tuple', items: [], rest: text }),
  ],
  ['undefined stands for nothing', trades(union(a, nothing)), trades(union(a, missing))],
  ['a member is written twice', trades(union(text, number)), trades(union(text, number, text))],
  ['an input and an output are described', trades(a), trades({ ...a, doc: 'Words.', deprecated: 'No more.' })],
];

function fromSchema(): {
  kind: 'query';
  input: TypeNode;
  output: TypeNode;
  source: { input: 'schema'; output: 'schema' };
} {
  return { kind: 'query', input: nothing, output: nothing, source: { input: 'schema', output: 'schema' } };
}
