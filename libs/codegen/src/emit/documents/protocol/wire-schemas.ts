import { DEFAULT_LIMITS, ERROR_CODES, GAP_REASONS, MAX_CURSOR_CHARACTERS } from '@trunkline/protocol';
import type { TypeNode } from '../../../contract/type-node.js';
import type { JsonSchema } from '../schema/json-schema.js';
import type { SchemaTable } from '../schema/schema-table.js';
import { COMMON_MEMBERS, type CommonMember } from './common-members.js';

const MAX_NAME_CHARACTERS = 128;

/** Members of `data` that tRPC's own formatter has too, or that an error with the code `UPGRADE_REQUIRED` has. */
const UPGRADE = {
  path: { type: 'string', description: 'The procedure.' },
  shape: { type: 'string', description: 'The form of the procedure that the client knows.' },
  clientContract: { type: ['string', 'null'], description: 'The contract that the client was generated from.' },
  serverContract: { type: 'string', description: 'The contract that the server serves.' },
} as const;

/** The members of the protocol's own messages, each defined once in a document and referred to from then on. */
export class WireSchemas {
  readonly #table: SchemaTable;
  readonly #errorData: TypeNode | undefined;

  /** @param errorData what the router's formatter makes of `data`; undefined for tRPC's own. */
  constructor(table: SchemaTable, errorData: TypeNode | undefined) {
    this.#table = table;
    this.#errorData = errorData;
  }

  id(): JsonSchema {
    return this.#table.define('rpc.Id', () => ({
      title: 'rpc.Id',
      description: 'Chosen by the client, and free again once the call is answered.',
      type: ['number', 'string'],
      maxLength: MAX_NAME_CHARACTERS,
    }));
  }

  cursor(): JsonSchema {
    return this.#table.define('rpc.Cursor', () => ({
      title: 'rpc.Cursor',
      description: 'A position among the events of a subscription, opaque to the client.',
      type: 'string',
      maxLength: MAX_CURSOR_CHARACTERS,
    }));
  }

  subscription(): JsonSchema {
    return this.#table.define('rpc.Subscription', () => ({
      title: 'rpc.Subscription',
      description: 'The number of a subscription: unique on its connection, and never used again on it.',
      type: 'integer',
      minimum: 1,
    }));
  }

  connectionParams(): JsonSchema {
    return this.#table.define('rpc.ConnectionParams', () => ({
      title: 'rpc.ConnectionParams',
      description: 'Typically credentials.',
      type: ['object', 'null'],
      additionalProperties: { type: 'string' },
    }));
  }

  limits(): JsonSchema {
    return this.#table.define('rpc.Limits', () => ({
      title: 'rpc.Limits',
      description: 'What one client may ask of this server.',
      type: 'object',
      properties: Object.fromEntries(
        Object.keys(DEFAULT_LIMITS).map((name) => [name, { type: 'integer', minimum: 0 }]),
      ),
    }));
  }

  /** A member that many messages have, written once in a document. */
  common(name: CommonMember): JsonSchema {
    const title = `rpc.${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return this.#table.define(title, () => ({ title, ...COMMON_MEMBERS[name] }));
  }

  gapReason(): JsonSchema {
    return this.#table.define('rpc.GapReason', () => ({
      title: 'rpc.GapReason',
      description: Object.entries(GAP_REASONS)
        .map(([reason, meaning]) => `- \`${reason}\`: ${meaning}`)
        .join('\n'),
      enum: Object.keys(GAP_REASONS),
    }));
  }

  error(): JsonSchema {
    const errorData = this.#errorData;
    return this.#table.define('rpc.Error', (table) => ({
      title: 'rpc.Error',
      description:
        'Test `data.code`. The number is there because JSON-RPC 2.0 demands one, and the message is for people.',
      type: 'object',
      properties: { code: { type: 'integer' }, message: { type: 'string' }, data: defineErrorData(table, errorData) },
      required: ['code', 'message', 'data'],
    }));
  }
}

function defineErrorData(target: SchemaTable, errorData: TypeNode | undefined): JsonSchema {
  return target.define('rpc.ErrorData', (table) => ({
    title: 'rpc.ErrorData',
    type: 'object',
    properties: {
      code: { enum: Object.keys(ERROR_CODES) },
      ran: { type: 'boolean', description: '`false`: the call was certainly not run.' },
      limit: { type: 'string', description: 'The limit that was reached.' },
      replayed: { const: true, description: 'An earlier sending of the same mutation was given this error.' },
      transformed: { description: 'The whole error as the transformer writes it, where plain JSON loses something.' },
      ...(errorData === undefined ? { httpStatus: { type: 'integer' }, ...UPGRADE } : {}),
    },
    required: ['code'],
    ...(errorData === undefined ? {} : { anyOf: [table.error(errorData), UNFORMATTED] }),
  }));
}

/** What the protocol itself refuses no formatter has seen. */
const UNFORMATTED: JsonSchema = {
  description: 'An error of the protocol itself.',
  properties: UPGRADE,
  propertyNames: { enum: ['code', 'ran', 'limit', 'replayed', ...Object.keys(UPGRADE)] },
};
