import {
  array,
  boolean,
  brand,
  date,
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
  text,
  tuple,
  union,
  unknown,
} from './contract-builder.spec-support.js';
import { at, type PlannedChange } from './planned-change.spec-support.js';

const circle = object({ kind: literal('circle'), radius: number });
const square = object({ kind: literal('square'), side: number });
const round = object({ kind: literal('circle'), radius: text });
const a = object({ a: text });

export const outputChanges: readonly PlannedChange[] = [
  ['a property goes', gives(object({ a: text, b: text })), gives(a), at('OUTPUT_FIELD_REMOVED', 'output.b')],
  ['a property may be missing', gives(a), gives(object({ 'a?': text })), at('OUTPUT_FIELD_OPTIONAL', 'output.a')],
  [
    'a property may be undefined',
    gives(a),
    gives(object({ a: union(text, missing) })),
    at('OUTPUT_FIELD_OPTIONAL', 'output.a'),
  ],
  [
    'an optional property goes',
    gives(object({ a: text, 'b?': text })),
    gives(a),
    at('OUTPUT_OPTIONAL_FIELD_REMOVED', 'output.b'),
  ],
  ['a value may be null', gives(a), gives(object({ a: union(text, nil) })), at('OUTPUT_NULLABLE', 'output.a')],
  ['items may be undefined', gives(array(text)), gives(array(union(text, missing))), at('OUTPUT_NULLABLE', 'output[]')],
  [
    'there is one more literal',
    gives(literals('x', 'y')),
    gives(literals('x', 'y', 'z')),
    at('OUTPUT_MEMBER_ADDED', 'output'),
  ],
  [
    'there is one more form',
    gives(union(circle, square)),
    gives(union(circle, square, object({ kind: literal('dot') }))),
    at('OUTPUT_MEMBER_ADDED', 'output'),
  ],
  ['one literal becomes two', gives(literal('x')), gives(literals('x', 'y')), at('LITERAL_WIDENED', 'output')],
  ['literals become any text', gives(array(literals('x', 'y'))), gives(array(text)), at('LITERAL_WIDENED', 'output[]')],
  [
    'a value may be of another type as well',
    gives(a),
    gives(object({ a: union(text, number) })),
    at('TYPE_WIDENED', 'output.a'),
  ],
  ['a value may be anything', gives(a), gives(unknown), at('TYPE_WIDENED', 'output')],
  ['it is no longer said what is given', gives(a), gives(hole), at('TYPE_UNKNOWN', 'output')],
  ['a literal is another', gives(literal('x')), gives(literal('y')), at('TYPE_CHANGED', 'output')],
  ['a date becomes text', gives(object({ at: date })), gives(object({ at: text })), at('TYPE_CHANGED', 'output.at')],
  ['an object becomes a list', gives(a), gives(array(a)), at('TYPE_CHANGED', 'output')],
  ['nothing is given any more', gives(a), gives(nothing), at('TYPE_CHANGED', 'output')],
  [
    'a bound is wider',
    gives({ kind: 'number', maximum: 10 }),
    gives({ kind: 'number', maximum: 11 }),
    at('OUTPUT_CONSTRAINT_LOOSENED', 'output'),
  ],
  ['a format goes', gives({ kind: 'string', format: 'uuid' }), gives(text), at('OUTPUT_FORMAT_REMOVED', 'output')],
  [
    'a tuple loses its last item',
    gives(tuple(text, number)),
    gives(tuple(text)),
    at('OUTPUT_LENGTH_CHANGED', 'output'),
  ],
  [
    'an item of a tuple changes',
    gives(tuple(text, number)),
    gives(tuple(text, boolean)),
    at('TYPE_CHANGED', 'output[1]'),
  ],
  ['a brand goes', gives(brand('Id', text)), gives(text), at('BRAND_CHANGED', 'output')],
  [
    'a list may no longer be changed',
    gives(array(text)),
    gives({ kind: 'array', items: text, readonly: true }),
    at('READONLY_CHANGED', 'output'),
  ],
  [
    'one form of several changes',
    gives(union(circle, square)),
    gives(union(square, round)),
    at('TYPE_CHANGED', 'output{kind: "circle"}.radius'),
  ],
  [
    'one form changes beside one that asks for nothing',
    gives(union(a, object({ 'b?': text }))),
    gives(union(object({ a: number }), object({ 'b?': text }))),
    at('TYPE_CHANGED', 'output.a'),
  ],
  [
    'the values of a map change',
    gives({ kind: 'builtin', name: 'Map', of: [text, number] }),
    gives({ kind: 'builtin', name: 'Map', of: [text, text] }),
    at('TYPE_CHANGED', 'output<value>'),
  ],
  [
    'the values of a record change',
    gives(record(text, number)),
    gives(record(text, text)),
    at('TYPE_CHANGED', 'output[*]'),
  ],
  [
    'a map becomes a set',
    gives({ kind: 'builtin', name: 'Map' }),
    gives({ kind: 'builtin', name: 'Set' }),
    at('TYPE_CHANGED', 'output'),
  ],
];
