import type { Position } from './sample-positions.spec-support.js';
import type { SampleSettings } from './sample-project.spec-support.js';

/** A generated type that is meant to be another than tRPC's. */
export interface DeliberateDifference extends Position {
  readonly reason: string;
  /** The type that is generated instead, as TypeScript writes it after `DIFFERENCES_HEAD`. */
  readonly ours: string;
}

/** Types that the generated ones are compared with. */
export const DIFFERENCES_HEAD = `type AnyRole = 'admin' | 'member' | 'guest';
type AnyLevel = 0 | 5 | 10;
interface OrderAsJson {
  readonly id: string;
  readonly placedAt: string;
  readonly lines: readonly LineAsJson[];
}
interface LineAsJson { readonly article: string; readonly count: number }
interface PageOf<T> { readonly items: readonly T[]; readonly next: string | null }
interface ThreadAsJson { readonly id: string; readonly replies: readonly ThreadAsJson[]; readonly parent?: ThreadAsJson }
`;

/** All that differ, with these settings. */
export function deliberateDifferences({ transformer, isExact }: SampleSettings): readonly DeliberateDifference[] {
  if (transformer === 'superjson') return [...ALWAYS, ...WITH_SUPERJSON];
  return [...ALWAYS, ...AS_JSON, ...(isExact ? AS_EXACT_JSON : AS_LOOSE_JSON)];
}

const BRAND = "A client has no types of zod's, so that a brand is our own, of the same name.";
const OWN_BRAND = 'Whatever an application marks its types with, a client has our own brand, of the same name.';
const ENUM = 'A client has an object with the members of the enum, and the values themselves for a type.';
const METHODS = 'Neither methods nor what a class works out on its prototype is ever sent.';
const WRITES_ITSELF = 'What has a method `toJSON` is sent as what that gives.';
const BYTES = 'Compilers before 5.7 know no parameter of Uint8Array.';
const INDEXES = 'An object with several indexes is the sum of objects with one each: the same values belong to it.';
const OBJECT = 'What is only known to be an object could hold anything; a router is asked to say what.';
const BIGINT = 'JSON.stringify throws; tRPC says never, we refuse the router unless unknown types are allowed.';
const EMPTY = 'JSON.stringify writes {} for what keeps its contents out of its own properties.';
const BYTES_AS_JSON = 'JSON.stringify writes the bytes by their index, and none of the getters of the prototype.';
const VOID = 'Nothing is sent, and the caller is given undefined; tRPC says never.';
const READONLY =
  'A list stays readonly where the router says so; tRPC keeps that for some lists and drops it for others.';
const ITEM = 'JSON.stringify writes null for undefined in a list, also where an item may be left out.';
const TUPLE = 'JSON.stringify keeps the places of a tuple; tRPC makes a list of those with optional places.';
const UNDEFINED_VALUES = 'JSON.stringify leaves undefined values of records out.';
const NUMBER_KEYS = 'An index by text covers numbers; tRPC adds one by number.';
const SUM = 'A sum of objects stays one; tRPC makes one object of it, to which the same values belong.';

/** With or without a transformer. */
const ALWAYS: readonly DeliberateDifference[] = [
  { path: 'brands.branded', side: 'output', reason: BRAND, ours: `{ first: Brand<string, 'UserId'> | null }` },
  {
    path: 'brands.byId',
    side: 'output',
    reason: BRAND,
    ours: `{ id: Brand<string, 'UserId'>; paid: Brand<number, 'Euro'> }`,
  },
  { path: 'brands.own', side: 'output', reason: OWN_BRAND, ours: `{ id: Brand<string, 'OrderId'> }` },
  { path: 'builtins.bytes', side: 'input', reason: BYTES, ours: 'Uint8Array' },
  {
    path: 'computed.indexed',
    side: 'output',
    reason: INDEXES,
    ours: '{ fixed?: string } & { [key: number]: string } & { [key: `data-${string}`]: string }',
  },
  { path: 'custom.instance', side: 'output', reason: METHODS, ours: '{ place: { readonly name: string } }' },
  { path: 'edges.named', side: 'output', reason: BRAND, ours: `{ plain: string; own: Brand<string, 'OwnLabel'> }` },
  { path: 'edges.optionalEnum', side: 'input', reason: ENUM, ours: 'AnyRole | undefined | void' },
  { path: 'edges.optionalEnum', side: 'output', reason: ENUM, ours: 'AnyRole | null' },
  { path: 'edges.partOfEnum', side: 'input', reason: ENUM, ours: `'member' | 'guest'` },
  {
    path: 'edges.partOfEnum',
    side: 'output',
    reason: ENUM,
    ours: `{ some: 'member' | 'guest'; loud: 5 | 10; or: AnyRole | 'nobody' }`,
  },
  {
    path: 'enums.inferred',
    side: 'output',
    reason: ENUM,
    ours: `{ role: AnyRole; level: AnyLevel; colour: 'red' | 'green'; only: 'admin' }`,
  },
  { path: 'enums.real', side: 'input', reason: ENUM, ours: '{ role: AnyRole; level?: AnyLevel | undefined }' },
  { path: 'enums.real', side: 'output', reason: ENUM, ours: '{ role: AnyRole; level: AnyLevel }' },
  { path: 'inferred.klass', side: 'output', reason: METHODS, ours: '{ readonly name: string }' },
];

const WITH_SUPERJSON: readonly DeliberateDifference[] = [
  { path: 'brands.objects', side: 'output', reason: BRAND, ours: `Brand<{ x: number }, 'Point'>` },
  { path: 'builtins.bytes', side: 'output', reason: BYTES, ours: '{ digest: Uint8Array }' },
  {
    path: 'edges.selfWriting',
    side: 'output',
    reason: WRITES_ITSELF,
    ours: '{ amount: string; amounts: string[]; temperature: { celsius: number } | null }',
  },
  {
    path: 'inferred.loose',
    side: 'output',
    reason: OBJECT,
    ours: '{ any: any; unknown: unknown; object: unknown; never: never[] }',
  },
];

const AS_JSON: readonly DeliberateDifference[] = [
  { path: 'builtins.bytes', side: 'output', reason: BYTES_AS_JSON, ours: '{ digest: { [key: string]: number } }' },
  {
    path: 'builtins.inferred',
    side: 'output',
    reason: `${EMPTY} ${BYTES_AS_JSON} ${BIGINT}`,
    ours: '{ at: string; byName: {}; names: {}; frozen: {}; fixed: {}; big: unknown; raw: { [key: string]: number }; where: string; what: {}; failure: {} }',
  },
  { path: 'builtins.maps', side: 'output', reason: EMPTY, ours: '{}' },
  { path: 'builtins.sets', side: 'output', reason: EMPTY, ours: '{}' },
  { path: 'builtins.urls', side: 'output', reason: EMPTY, ours: '{ pattern: {}; url: string }' },
  {
    path: 'computed.intersected',
    side: 'output',
    reason: SUM,
    ours: '{ name: string } & { count: number } & { readonly extra?: string }',
  },
  {
    path: 'edges.holed',
    side: 'output',
    reason: UNDEFINED_VALUES,
    ours: '{ free: { [key: string]: number }; few: { small?: string; large?: string } }',
  },
  {
    path: 'edges.readonlyAll',
    side: 'output',
    reason: READONLY,
    ours: '{ readonly a: { readonly b: readonly string[]; readonly at: string }; readonly c?: readonly { readonly d: 1 }[] }',
  },
  { path: 'edges.readonlyLists', side: 'output', reason: READONLY, ours: 'readonly (readonly [string, string])[]' },
  { path: 'generics.orders', side: 'output', reason: READONLY, ours: 'PageOf<OrderAsJson>' },
  { path: 'generics.pagesOfPages', side: 'output', reason: READONLY, ours: 'PageOf<PageOf<LineAsJson>>' },
  {
    path: 'generics.results',
    side: 'output',
    reason: READONLY,
    ours: '{ readonly ok: true; readonly value: OrderAsJson } | { readonly ok: false; readonly error: string }',
  },
  { path: 'inferred.glossary', side: 'output', reason: NUMBER_KEYS, ours: '{ [key: string]: string }' },
  {
    path: 'inferred.loose',
    side: 'output',
    reason: OBJECT,
    ours: '{ any?: any; unknown?: unknown; object: unknown; never: never[] }',
  },
  { path: 'literals.big', side: 'output', reason: BIGINT, ours: 'unknown' },
  { path: 'mutations.remove', side: 'output', reason: VOID, ours: 'void' },
  { path: 'nothing.void', side: 'output', reason: VOID, ours: 'void' },
  { path: 'nothing.voidPromise', side: 'output', reason: VOID, ours: 'void' },
  { path: 'nothing.voidSchema', side: 'output', reason: VOID, ours: 'void' },
  { path: 'primitives.bigints', side: 'output', reason: BIGINT, ours: 'unknown' },
  { path: 'recursion.inferred', side: 'output', reason: READONLY, ours: 'ThreadAsJson' },
  { path: 'reports.yearly', side: 'output', reason: BIGINT, ours: '{ year: number; sum: unknown }' },
  { path: 'streams.bigints', side: 'output', reason: BIGINT, ours: 'unknown' },
  { path: 'tuples.optional', side: 'output', reason: ITEM, ours: '[string, (number | null)?]' },
];

/** Only where `exactOptionalPropertyTypes` is on, so that a place that may be left out is not undefined. */
const AS_EXACT_JSON: readonly DeliberateDifference[] = [
  { path: 'objects.intersected', side: 'output', reason: SUM, ours: '{ a: string } & { b?: number }' },
  { path: 'tuples.named', side: 'output', reason: TUPLE, ours: 'readonly [number, number, number?]' },
];

/** Only where it is off: tRPC then takes `objects.intersected` for JSON as it is. */
const AS_LOOSE_JSON: readonly DeliberateDifference[] = [
  { path: 'tuples.named', side: 'output', reason: TUPLE, ours: 'readonly [number, number, (number | null)?]' },
];
