import type { JsonSchema } from '../schema/json-schema.js';
import { MAX_RATE_SCHEMA } from './common-members.js';
import type { MessageMember } from './message-member.js';
import type { WireSchemas } from './wire-schemas.js';

/** A message of the protocol itself. */
export interface SystemMessage {
  readonly method: string;
  readonly summary: string;
  readonly params: readonly MessageMember[];
  /** The members of the answer; undefined for a notification. */
  readonly result?: readonly MessageMember[];
}

/** What a client says beside calls. */
export function clientMessages(wire: WireSchemas): readonly SystemMessage[] {
  const subscription: MessageMember = { name: 'subscription', schema: wire.subscription(), isRequired: true };
  return [
    helloMessage(wire),
    {
      method: 'rpc.auth',
      summary: 'Brings new credentials to a connection that goes on.',
      params: [{ name: 'connectionParams', schema: wire.connectionParams() }],
      result: [EXPIRES],
    },
    {
      method: 'rpc.discover',
      summary: 'Asks what the server has; the answer is an OpenRPC document, where the server gives one out.',
      params: [],
      result: [
        { name: 'openrpc', schema: { type: 'string' }, doc: 'The version of OpenRPC.', isRequired: true },
        { name: 'methods', schema: { type: 'array', items: { type: 'object' } }, isRequired: true },
      ],
    },
    { method: 'rpc.ping', summary: 'Asks for a sign of life.', params: [], result: [] },
    {
      method: 'rpc.unsubscribe',
      summary: 'Ends a subscription by its number; the answer is the last that is heard of it.',
      params: [subscription],
      result: [],
    },
    {
      method: 'rpc.cancel',
      summary: 'The caller no longer waits: for a call, or for a subscription by the id of its subscribe.',
      params: [{ name: 'id', schema: wire.id(), isRequired: true }],
    },
    {
      method: 'rpc.credit',
      summary: 'Grants more events to a subscription, and acknowledges those that were taken.',
      params: [
        subscription,
        { name: 'add', schema: COUNT, doc: 'How many more events may be sent.', isRequired: true },
        { name: 'seen', schema: wire.cursor(), doc: 'Everything up to here was taken and need not be kept.' },
      ],
    },
    {
      method: 'rpc.tune',
      summary: 'Changes the pace of a subscription that runs.',
      params: [
        subscription,
        {
          name: 'maxRate',
          schema: { anyOf: [MAX_RATE_SCHEMA, { type: 'null' }] },
          doc: 'Events a second at most; `null` for no limit.',
          isRequired: true,
        },
      ],
    },
  ];
}

/** What a server says of its own accord, but for events, of which each procedure has its own. */
export function serverNotifications(wire: WireSchemas): readonly SystemMessage[] {
  const subscription: MessageMember = { name: 'subscription', schema: wire.subscription(), isRequired: true };
  return [
    {
      method: 'rpc.gap',
      summary: 'Events are missing at this place. It uses no credit, and the subscription goes on.',
      params: [
        subscription,
        { name: 'reason', schema: wire.gapReason(), isRequired: true },
        { name: 'dropped', schema: COUNT, doc: 'How many are missing, where the server knows.' },
        { name: 'cursor', schema: wire.cursor(), isRequired: true },
      ],
    },
    {
      method: 'rpc.end',
      summary: 'The subscription is over; nothing follows under its number.',
      params: [
        subscription,
        { name: 'cursor', schema: wire.cursor(), doc: 'The place of the end, to be acknowledged like an event.' },
        { name: 'error', schema: wire.error(), doc: 'Why it ended early.' },
      ],
    },
    {
      method: 'rpc.part',
      summary: 'A piece of the output of a call, for clients that named the feature `parts`.',
      params: [
        { name: 'id', schema: wire.id(), isRequired: true },
        { name: 'text', schema: { type: 'string', maxLength: 16_384 }, isRequired: true },
      ],
    },
    {
      method: 'rpc.expiring',
      summary: 'The credentials of the connection end soon.',
      params: [{ name: 'inMs', schema: COUNT, isRequired: true }],
    },
    {
      method: 'rpc.drain',
      summary: 'The server is about to stop, and asks this client to go to another connection.',
      params: [
        { name: 'reconnectAfterMs', schema: COUNT, doc: 'When to open the new connection.', isRequired: true },
        { name: 'deadlineMs', schema: COUNT, doc: 'When this connection is closed at the latest.', isRequired: true },
      ],
    },
  ];
}

const COUNT: JsonSchema = { type: 'integer', minimum: 0 };

const EXPIRES: MessageMember = {
  name: 'expiresInMs',
  schema: COUNT,
  doc: "When the connection's credentials end, in milliseconds from now. Left out: they do not.",
};

const NAME: JsonSchema = { type: 'string', maxLength: 128 };

function helloMessage(wire: WireSchemas): SystemMessage {
  const server = {
    type: 'object',
    properties: { name: { type: 'string' }, version: { type: 'string' } },
    required: ['name', 'version'],
  };
  return {
    method: 'rpc.hello',
    summary: 'Says who the client is; the first request of a connection.',
    params: [
      { name: 'client', schema: { type: 'object', properties: { name: NAME, version: NAME, instance: NAME } } },
      {
        name: 'payload',
        schema: { enum: ['json', 'transformed'], default: 'json' },
        doc: "How payloads are written. This document describes connections that have the router's transformer: `transformed`.",
      },
      {
        name: 'features',
        schema: { type: 'array', items: NAME, maxItems: 64 },
        doc: 'What the client can do beyond the rest.',
      },
      { name: 'connectionParams', schema: wire.connectionParams() },
      { name: 'contract', schema: NAME, doc: 'The hash of the contract that the client was generated from.' },
    ],
    result: [
      { name: 'server', schema: server, isRequired: true },
      { name: 'limits', schema: wire.limits(), isRequired: true },
      { name: 'features', schema: { type: 'array', items: { type: 'string' } }, isRequired: true },
      { name: 'epoch', schema: NAME, doc: 'The life of the store that remembers mutations.' },
      EXPIRES,
      {
        name: 'contract',
        schema: { type: 'string' },
        doc: 'The hash of the contract that generated clients are held to. Left out: to none.',
      },
    ],
  };
}
