import { describe, expect, it } from '@jest/globals';
import { isJsonRecord } from '@trunkline/protocol';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Transformer } from '../../../contract/contract.js';
import { sampleContract } from '../../../testing/sample-contract.js';
import { emitJsonSchemas } from './emit-json-schemas.js';

const options = { title: 'Shop', version: '1.2.3' };

function bundle(transformer: Transformer): Record<string, unknown> {
  const parsed: unknown = JSON.parse(emitJsonSchemas({ ...sampleContract, transformer }, options).text);
  return isJsonRecord(parsed) ? parsed : {};
}

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  return ajv;
}

describe('emitJsonSchemas', () => {
  it.each<Transformer>(['none', 'superjson', 'other'])(
    'passes the schema of draft 2020-12 with transformer %s',
    (transformer) => {
      const ajv = createAjv();
      expect(ajv.validateSchema(bundle(transformer)) ? '' : ajv.errorsText()).toBe('');
    },
  );

  it.each<Transformer>(['none', 'superjson', 'other'])(
    'compiles every schema of the bundle with transformer %s',
    (transformer) => {
      const document = bundle(transformer);
      const ajv = createAjv().addSchema(document, 'bundle.json');
      const names = Object.keys(isJsonRecord(document['$defs']) ? document['$defs'] : {});
      expect(names).toEqual(
        expect.arrayContaining(['orders.byId.input', 'orders.byId.output', 'count.event', 'rpc.Error']),
      );
      for (const name of names) expect(ajv.getSchema(`bundle.json#/$defs/${name}`)).toBeDefined();
    },
  );

  it('describes a payload as it travels, and a named type as it stands within', () => {
    const ajv = createAjv().addSchema(bundle('superjson'), 'bundle.json');
    const accepts = (name: string, value: unknown): unknown => ajv.validate(`bundle.json#/$defs/${name}`, value);
    const line = { product: 'tea', count: 2 };
    expect(accepts('OrderLine', line)).toBe(true);
    expect(accepts('orders.place.input', { json: { lines: [line] } })).toBe(true);
    expect(accepts('orders.place.input', { lines: [line] })).toBe(false);
    expect(accepts('orders.place.input', { json: { lines: [{ product: 'tea' }] } })).toBe(false);
  });
});
