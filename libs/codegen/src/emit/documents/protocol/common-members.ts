import type { JsonSchema } from '../schema/json-schema.js';

export const MAX_RATE_SCHEMA: JsonSchema = { type: 'number', exclusiveMinimum: 0 };

/** Members that calls, answers and events have beside their payload, with what they mean. */
export const COMMON_MEMBERS = {
  conflated: { description: 'How many events were merged into this one.', type: 'integer', minimum: 1 },
  credit: {
    description: 'How many events may be sent before more are granted. Left out: as many as the connection takes.',
    type: 'integer',
    minimum: 0,
  },
  deadlineMs: {
    description: "What is left of the caller's time, counted from arrival.",
    type: 'integer',
    minimum: 1,
    maximum: 2_147_483_647,
  },
  key: {
    description: 'The same on every sending of one mutation, and on nothing else.',
    type: 'string',
    minLength: 1,
    maxLength: 128,
  },
  maxRate: { description: 'Events a second at most; those between are merged.', ...MAX_RATE_SCHEMA },
  replayed: { description: 'An earlier sending of the same mutation was given this answer.', const: true },
  resumed: {
    description: 'How it begins; after `gap` an `rpc.gap` is the next message.',
    enum: ['fresh', 'recovered', 'gap'],
  },
  sent: {
    description:
      'On every sending but the first: the `epoch` of the welcome that the client had when it first sent the call.',
    type: 'object',
    properties: { epoch: { type: ['string', 'null'], maxLength: 128 } },
    required: ['epoch'],
  },
  shape: {
    description:
      'The form of the procedure that a generated client knows: refused with `UPGRADE_REQUIRED` where it is not served. Left out: no form is asked of the procedure.',
    type: 'string',
    maxLength: 128,
  },
  traceparent: {
    description: 'Where the call stands in a trace (W3C Trace Context).',
    type: 'string',
    maxLength: 128,
  },
} as const satisfies Readonly<Record<string, JsonSchema>>;

export type CommonMember = keyof typeof COMMON_MEMBERS;
