import { describe, expect, it } from '@jest/globals';
import type { ObjectNode } from '../../contract/type-node.js';
import { printTypedDict } from './print-typed-dict.js';

const printer = { print: () => 'str' };

describe('printTypedDict', () => {
  it('is a class where all names can be attributes', () => {
    const node: ObjectNode = {
      kind: 'object',
      doc: 'A note.',
      properties: [
        { name: 'id', type: { kind: 'string', doc: 'Which.', maxLength: 3 } },
        { name: 'text', type: { kind: 'string', default: 'a' }, optional: true },
      ],
    };
    expect(printTypedDict('Note', node, printer)).toBe(
      [
        'class Note(t.TypedDict):',
        '    """A note."""',
        '    #: Which.',
        '    #: At most 3 characters.',
        '    id: str',
        '    #: Default: "a"',
        '    text: t.NotRequired[str]',
      ].join('\n'),
    );
  });

  it('is a call where one cannot', () => {
    const node: ObjectNode = { kind: 'object', properties: [{ name: 'content-type', type: { kind: 'string' } }] };
    expect(printTypedDict('Note', node, printer)).toBe('Note = t.TypedDict("Note", {\n    "content-type": "str",\n})');
  });

  it('is a class without members too', () => {
    expect(printTypedDict('Empty', { kind: 'object', properties: [] }, printer)).toBe(
      'class Empty(t.TypedDict):\n    pass',
    );
  });
});
