import { describe, expect, it } from '@jest/globals';
import { membersSchema } from './message-member.js';

describe('membersSchema', () => {
  it('requires what is required, and says of members what they mean', () => {
    expect(
      membersSchema([
        { name: 'add', schema: { type: 'integer' }, doc: 'How many.', isRequired: true },
        { name: 'seen', schema: { $ref: '#/Cursor' }, doc: 'Up to where.' },
      ]),
    ).toEqual({
      type: 'object',
      properties: {
        add: { type: 'integer', description: 'How many.' },
        seen: { allOf: [{ $ref: '#/Cursor' }], description: 'Up to where.' },
      },
      required: ['add'],
    });
  });

  it('requires nothing of no members', () => {
    expect(membersSchema([])).toEqual({ type: 'object', properties: {} });
  });
});
