import specs from '@asyncapi/specs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { initTRPC, TRPCError, tracked } from '@trpc/server';
import { isJsonRecord, type JsonRecord } from '@trunkline/protocol';
import { serve } from '@trunkline/server';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import superjson from 'superjson';
import { z } from 'zod';
import type { Contract, ProcedureContract, Transformer } from '../../../contract/contract.js';
import type { TypeNode } from '../../../contract/type-node.js';
import { sampleContract } from '../../../testing/sample-contract.js';
import { openrpcDocument } from '../openrpc/emit-openrpc.js';
import { asyncapiDocument, emitAsyncapi } from './emit-asyncapi.js';
import { FramePeer } from './frame-peer.spec-support.js';

const options = { title: 'Shop', version: '1.2.3', url: 'wss://shop.example/rpc' };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

function createAjv(): Ajv {
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  return ajv;
}

function officialSchema(): JsonRecord {
  const schema: unknown = specs.schemasWithoutId['3.0.0'];
  if (!isJsonRecord(schema)) throw new Error('there is no schema for 3.0.0');
  return schema;
}

const withTransformer = (transformer: Transformer): Contract => ({ ...sampleContract, transformer });

describe('emitAsyncapi', () => {
  it.each<Transformer>(['none', 'superjson', 'other'])(
    'passes the official schema with transformer %s',
    (transformer) => {
      const ajv = createAjv();
      const validate = ajv.compile(officialSchema());
      expect(
        validate(asyncapiDocument(withTransformer(transformer), options)) ? '' : ajv.errorsText(validate.errors),
      ).toBe('');
    },
  );

  it('is refused by the official schema once an operation has no action', () => {
    const document = asyncapiDocument(sampleContract, options);
    const broken = {
      ...(isJsonRecord(document) ? document : {}),
      operations: { a: { channel: { $ref: '#/channels/rpc' } } },
    };
    expect(createAjv().validate(officialSchema(), broken)).toBe(false);
  });

  it('points nowhere but into itself', () => {
    const { text } = emitAsyncapi(sampleContract, options);
    const document: unknown = JSON.parse(text);
    for (const [, pointer = ''] of text.matchAll(/"\$ref": "#\/([^"]+)"/g)) {
      const target = pointer
        .split('/')
        .reduce<unknown>((at, key) => (isJsonRecord(at) ? at[key] : undefined), document);
      expect([pointer, target]).toEqual([pointer, expect.anything()]);
    }
  });

  it('names the server where a URL is known', () => {
    expect(asyncapiDocument(sampleContract, options)).toMatchObject({
      servers: { default: { host: 'shop.example', pathname: '/rpc', protocol: 'wss' } },
    });
  });
});

const text: TypeNode = { kind: 'string' };
const when: TypeNode = { kind: 'builtin', name: 'Date' };
const source = { input: 'both', output: 'both' } as const;
const named = (properties: Readonly<Record<string, TypeNode>>): TypeNode => ({
  kind: 'object',
  properties: Object.entries(properties).map(([name, type]) => ({ name, type })),
});

function contractFor(transformer: 'none' | 'superjson'): Contract {
  const at = transformer === 'none' ? text : when;
  const procedures: Readonly<Record<string, ProcedureContract>> = {
    'notes.read': { kind: 'query', input: named({ id: text }), output: named({ text, at }), source },
    'notes.clear': { kind: 'mutation', input: { kind: 'void' }, output: { kind: 'void' }, source },
    'notes.large': { kind: 'query', input: { kind: 'void' }, output: text, source },
    'notes.changes': {
      kind: 'subscription',
      tracked: true,
      input: named({ count: { kind: 'number' } }),
      output: named({ id: text, data: named({ at }) }),
      source,
    },
  };
  return { trunkline: 1, transformer, procedures, types: {} };
}

function createRouter(transformer: 'none' | 'superjson') {
  const t = transformer === 'superjson' ? initTRPC.create({ transformer: superjson }) : initTRPC.create();
  return t.router({
    notes: t.router({
      read: t.procedure.input(z.object({ id: z.string() })).query(({ input }) => {
        if (input.id === 'none') throw new TRPCError({ code: 'NOT_FOUND', message: 'No such note.' });
        return { text: input.id, at: new Date(0) };
      }),
      clear: t.procedure.mutation(() => undefined),
      large: t.procedure.query(() => 'x'.repeat(100_000)),
      changes: t.procedure.input(z.object({ count: z.number() })).subscription(async function* ({ input }) {
        for (let index = 0; index < input.count; index++) yield tracked(String(index), { at: new Date(index) });
        if (input.count === 2) throw new TRPCError({ code: 'CONFLICT' });
      }),
    }),
  });
}

const compatibility = { trunkline: 1, contract: 'served', procedures: { 'notes.clear': ['newer'] } };

/** Talks with a live server over each message there is, and gives every frame of it. */
async function converse(transformer: 'none' | 'superjson'): Promise<FramePeer> {
  const discover = openrpcDocument(contractFor(transformer), options);
  const serving = await serve({
    router: createRouter(transformer),
    principal: () => 'somebody',
    contract: { compatibility, ...(isJsonRecord(discover) && { discover }) },
    port: 0,
    host: '127.0.0.1',
    handleSignals: false,
    onError: () => undefined,
  });
  closers.push(() => serving.close({ timeoutMs: 1 }));
  const peer = await FramePeer.connect(serving.url);
  closers.push(() => peer.close());
  const input = (value: unknown): unknown => (transformer === 'none' ? value : superjson.serialize(value));
  peer.send({
    id: 1,
    method: 'rpc.hello',
    params: { payload: 'transformed', features: ['parts'], client: { name: 'spec' }, contract: 'mine' },
  });
  await peer.answerTo(1);
  peer.send({ id: 2, method: 'notes.read', params: { input: input({ id: 'a' }), deadlineMs: 5000 } });
  peer.send({ id: 3, method: 'notes.read', params: { input: input({ id: 'none' }) } });
  peer.send({ id: 4, method: 'notes.read', params: { input: input({ id: 4 }) } });
  peer.send({ id: 5, method: 'notes.clear', params: { input: input(undefined), key: 'k:1' } });
  peer.send({ id: 6, method: 'notes.large' });
  peer.send({ id: 7, method: 'notes.changes', params: { input: input({ count: 1 }), credit: 1, maxRate: 1000 } });
  await Promise.all([2, 3, 4, 5, 6, 7].map((id) => peer.answerTo(id)));
  const event = await peer.receive((message) => message['method'] === 'rpc.next');
  const cursor = isJsonRecord(event['params']) ? event['params']['cursor'] : undefined;
  peer.send({ method: 'rpc.credit', params: { subscription: 1, add: 8, seen: cursor } });
  await peer.receive(
    ({ method, params }) => method === 'rpc.end' && isJsonRecord(params) && params['subscription'] === 1,
  );
  peer.send({ id: 8, method: 'notes.changes', params: { input: input({ count: 2 }) } });
  await peer.receive(
    ({ method, params }) => method === 'rpc.end' && isJsonRecord(params) && params['subscription'] === 2,
  );
  peer.send({ id: 9, method: 'notes.changes', params: { input: input({ count: 3 }), credit: 1, after: 'nowhere.5' } });
  await peer.receive(({ method }) => method === 'rpc.gap');
  peer.send({ method: 'rpc.tune', params: { subscription: 3, maxRate: null } });
  peer.send({ id: 10, method: 'rpc.unsubscribe', params: { subscription: 3 } });
  peer.send({ id: 11, method: 'rpc.ping' });
  peer.send({ id: 15, method: 'rpc.discover' });
  peer.send({ id: 16, method: 'notes.clear', params: { shape: 'older' } });
  peer.send({ id: 12, method: 'rpc.auth', params: { connectionParams: { token: 'new' } } });
  peer.send({ method: 'rpc.cancel', params: { id: 99 } });
  peer.send({ id: 13, method: 'rpc.unheard' });
  peer.send({ id: 14, method: 'notes.unheard' });
  await Promise.all([10, 11, 12, 13, 14, 15, 16].map((id) => peer.answerTo(id)));
  return peer;
}

/** The messages that the operations of a document name for a request, a notification or an answer. */
function messagesFor(document: unknown, method: string, place: 'messages' | 'reply'): readonly string[] {
  const operations = isJsonRecord(document) && isJsonRecord(document['operations']) ? document['operations'] : {};
  const operation = operations[method];
  if (!isJsonRecord(operation)) return [];
  const holder = place === 'reply' ? operation['reply'] : operation;
  const list: unknown = isJsonRecord(holder) ? holder['messages'] : [];
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown) =>
    isJsonRecord(entry) && typeof entry['$ref'] === 'string'
      ? [entry['$ref'].replace('#/channels/rpc/messages/', '')]
      : [],
  );
}

/** The messages that a frame may be, by what the document says of its conversation. */
function candidates(document: unknown, peer: FramePeer, message: JsonRecord, isSent: boolean): readonly string[] {
  const { method, id } = message;
  if (method === 'rpc.next') return messagesFor(document, 'notes.changes.events', 'messages');
  if (typeof method === 'string') return messagesFor(document, method, 'messages');
  const request = peer.sent.find((sent) => sent['id'] === id);
  const known = messagesFor(document, String(request?.['method']), 'reply');
  return isSent || known.length > 0 ? known : ['rpc.failure'];
}

describe('the messages of the document', () => {
  it.each(['none', 'superjson'] as const)(
    'are exactly what a live server and its client say, with %s',
    async (transformer) => {
      const peer = await converse(transformer);
      const document = asyncapiDocument(contractFor(transformer), options);
      const ajv = createAjv().addSchema(isJsonRecord(document) ? document : {}, 'doc');
      const accepts = (name: string, message: unknown): unknown =>
        ajv.validate(`doc#/components/messages/${name}/payload`, message);
      const heard = new Set<string>();
      // What the spec says wrongly on purpose: an input of another type, and methods that are not there.
      const known = peer.sent.filter(({ id, method }) => id !== 4 && !String(method).endsWith('unheard'));
      for (const [message, isSent] of [
        ...known.map((sent) => [sent, true] as const),
        ...peer.received.map((received) => [received, false] as const),
      ]) {
        const accepting = candidates(document, peer, message, isSent).filter((name) => accepts(name, message));
        expect([message, accepting]).toEqual([message, [expect.any(String)]]);
        for (const name of accepting) heard.add(name);
      }
      expect([...heard].toSorted()).toEqual(everyMessageOfTheConversation);
    },
  );

  it('refuse an answer and an event of another type', () => {
    const document = asyncapiDocument(contractFor('superjson'), options);
    const ajv = createAjv().addSchema(isJsonRecord(document) ? document : {}, 'doc');
    const answer = { jsonrpc: '2.0', id: 1, result: { output: { json: { text: 'a', at: 'yesterday' } } } };
    const event = {
      jsonrpc: '2.0',
      method: 'rpc.next',
      params: { subscription: 1, cursor: 'a.1', data: { json: { id: 1 } } },
    };
    expect(ajv.validate('doc#/components/messages/notes.read.answer/payload', answer)).toBe(false);
    expect(ajv.validate('doc#/components/messages/notes.changes.event/payload', event)).toBe(false);
  });
});

const everyMessageOfTheConversation = [
  'notes.changes.answer',
  'notes.changes.event',
  'notes.changes.subscribe',
  'notes.clear.answer',
  'notes.clear.call',
  'notes.large.call',
  'notes.read.answer',
  'notes.read.call',
  'rpc.auth',
  'rpc.auth.answer',
  'rpc.cancel',
  'rpc.credit',
  'rpc.discover',
  'rpc.discover.answer',
  'rpc.end',
  'rpc.failure',
  'rpc.gap',
  'rpc.hello',
  'rpc.hello.answer',
  'rpc.part',
  'rpc.parted',
  'rpc.ping',
  'rpc.ping.answer',
  'rpc.tune',
  'rpc.unsubscribe',
  'rpc.unsubscribe.answer',
];
