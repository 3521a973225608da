import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { isJsonRecord } from '@trunkline/protocol';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Contract, Transformer } from '../../../contract/contract.js';
import { sampleContract } from '../../../testing/sample-contract.js';
import { emitOpenrpc, openrpcDocument } from './emit-openrpc.js';

const load = createRequire(import.meta.url);
const options = { title: 'Shop', version: '1.2.3', description: 'Orders.', url: 'wss://shop.example/rpc' };

// The official schema names the other one with a slash at its end and without; to ajv these are two.
function metaSchema(name: string): AnySchemaObject {
  const loaded: unknown = load(name);
  const schema: unknown = isJsonRecord(loaded) ? (loaded['default'] ?? loaded) : undefined;
  const text = JSON.stringify(schema).replaceAll(
    '"https://meta.json-schema.tools"',
    '"https://meta.json-schema.tools/"',
  );
  const { $schema: _, ...rest }: AnySchemaObject = JSON.parse(text);
  return rest;
}

function createValidator(): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(metaSchema('@json-schema-tools/meta-schema'));
  return ajv.compile(metaSchema('@open-rpc/meta-schema'));
}

const withTransformer = (transformer: Transformer): Contract => ({ ...sampleContract, transformer });

function methods(document: unknown): readonly Record<string, unknown>[] {
  const list: unknown = isJsonRecord(document) ? document['methods'] : undefined;
  return Array.isArray(list) ? list.filter(isJsonRecord) : [];
}

const methodNamed = (name: string, document: unknown = openrpcDocument(sampleContract, options)): unknown =>
  methods(document).find((method) => method['name'] === name);

describe('emitOpenrpc', () => {
  it.each<Transformer>(['none', 'superjson', 'other'])(
    'passes the official schema with transformer %s',
    (transformer) => {
      const validate = createValidator();
      expect(validate(openrpcDocument(withTransformer(transformer), options)) ? [] : validate.errors).toEqual([]);
    },
  );

  it('is refused by the official schema once a method has no name', () => {
    const validate = createValidator();
    const document = openrpcDocument(sampleContract, options);
    expect(validate({ ...(isJsonRecord(document) ? document : {}), methods: [{ params: [] }] })).toBe(false);
  });

  it('has a method for each procedure, and for each request of the protocol', () => {
    const names = methods(openrpcDocument(sampleContract, options)).map((method) => method['name']);
    expect(names).toEqual(
      expect.arrayContaining([...Object.keys(sampleContract.procedures), 'rpc.hello', 'rpc.credit']),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('describes the input and output of a query as superjson writes them', () => {
    expect(methodNamed('orders.byId')).toMatchObject({
      params: expect.arrayContaining([
        {
          name: 'input',
          required: true,
          schema: {
            type: 'object',
            properties: {
              json: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
              meta: { $ref: '#/components/schemas/superjson.Meta' },
            },
            required: ['json'],
          },
        },
      ]),
      result: { schema: { properties: { output: { properties: { json: { $ref: '#/components/schemas/Order' } } } } } },
    });
  });

  it('says the answer to a subscribe as its result and the event beside it', () => {
    expect(methodNamed('count')).toMatchObject({
      result: { schema: { required: ['subscription', 'cursor', 'resumed'] } },
      'x-event': { name: 'rpc.next' },
    });
  });

  it('names each number of an error once, and every declared error', () => {
    const method = methodNamed('orders.place');
    const errors: unknown = isJsonRecord(method) ? method['errors'] : undefined;
    const numbers = (Array.isArray(errors) ? errors : []).flatMap((error: unknown) =>
      isJsonRecord(error) && typeof error['code'] === 'number' ? [error['code']] : [],
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(method).toMatchObject({
      errors: expect.arrayContaining([{ code: -32009, message: 'It was placed before.', data: { code: 'CONFLICT' } }]),
      'x-errors': { OUT_OF_STOCK: 'A product is not there.' },
    });
  });

  it('points nowhere but into itself', () => {
    const { text } = emitOpenrpc(sampleContract, options);
    const document: unknown = JSON.parse(text);
    for (const [, pointer = ''] of text.matchAll(/"\$ref": "#\/([^"]+)"/g)) {
      const target = pointer
        .split('/')
        .reduce<unknown>((at, key) => (isJsonRecord(at) ? at[key] : undefined), document);
      expect([pointer, target]).toEqual([pointer, expect.anything()]);
    }
  });

  it('is the same whatever order the procedures were read in', () => {
    const procedures = Object.fromEntries(Object.entries(sampleContract.procedures).toReversed());
    expect(emitOpenrpc({ ...sampleContract, procedures }, options)).toEqual(emitOpenrpc(sampleContract, options));
  });
});
