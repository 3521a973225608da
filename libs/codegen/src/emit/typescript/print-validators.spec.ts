import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ZodMiniType } from 'zod/mini';
import { PackageFolder } from '../../testing/package-folder.js';
import { sampleContract } from '../../testing/sample-contract.js';
import { compileFiles } from './compile-files.js';
import { printValidators } from './print-validators.js';
import { planTypescript } from './typescript-plan.js';

const everyKind = {
  any: 1,
  unknown: undefined,
  hole: () => 1,
  never: [],
  symbol: Symbol.iterator,
  truth: true,
  minusOne: -1,
  big: -5n,
  template: 'v`$1.a',
  readonlyArray: ['x', 1],
  tuple: ['x', undefined, new Date(0)],
  named: ['a', 2],
  open: { a: 1, other: 'x' },
  catchall: { at: new Date(0), more: 3 },
  byState: { open: 1, sent: 2, 3: 3 },
  some: { x: 'x' },
  byNumber: { 4: 'four' },
  byTemplate: { 'x-a': 'a' },
  both: { a: 'a', c: 'c' },
  inlineEnum: ['a', 'b'],
  map: new Map([['a', { zoom: 1 }]]),
  readonlyMap: new Map([[1, new Date(0)]]),
  set: new Set(['a']),
  readonlySet: new Set(['open', 3]),
  url: new URL('ws://a'),
  regExp: /a/,
  error: new Error('a'),
  bytes: new Uint8Array([1]),
  class: 'a reserved word',
  '': 'empty',
  customer: 'Ada',
  shape: { kind: 'circle', radius: 1 },
  json: { a: [1, { b: null }] },
};

describe('printValidators', () => {
  const folder = new PackageFolder();
  let validators: Readonly<Record<string, ZodMiniType>>;

  beforeAll(async () => {
    const text = printValidators(planTypescript(sampleContract, { packageName: 'x' }));
    folder.write([
      { path: 'package.json', text: '{ "type": "module" }' },
      ...(await compileFiles([{ path: 'src/validators.ts', text }])),
    ]);
    folder.link('zod');
    validators = await import(join(folder.path, 'dist/validators.js'));
  });

  afterAll(() => folder.remove());

  const takes = (name: string, value: unknown): boolean => validators[name]?.safeParse(value).success === true;

  it('takes a value of every kind, and gives it back as it is', () => {
    const result = validators['EveryKindInput']?.safeParse(everyKind);
    expect(result?.error).toBeUndefined();
    expect(result?.data).toEqual(everyKind);
  });

  it.each<[keyof typeof everyKind, unknown]>([
    ['never', [1]],
    ['truth', false],
    ['big', 5n],
    ['template', 'v1.a'],
    ['readonlyArray', [true]],
    ['tuple', ['x', 'y']],
    ['named', [1]],
    ['open', {}],
    ['catchall', { at: new Date(0), more: '3' }],
    ['byState', { open: 1 }],
    ['some', { z: 'z' }],
    ['byTemplate', { y: 'y' }],
    ['both', { a: 'a' }],
    ['inlineEnum', ['c']],
    ['map', new Map([['a', 1]])],
    ['set', new Set([1])],
    ['url', 'ws://a'],
    ['customer', ''],
    ['customer', 'a*b'],
    ['shape', { kind: 'circle', side: 1 }],
    ['json', { a: undefined }],
  ])('refuses a wrong %s', (name, value) => {
    expect(takes('EveryKindInput', { ...everyKind, [name]: value })).toBe(false);
  });

  it('holds limits and knows what may be left out', () => {
    const line = { product: 'a', count: 1 };
    expect(takes('OrderLine', line)).toBe(true);
    expect(takes('OrderLine', { ...line, more: 'of a newer server' })).toBe(true);
    for (const count of [0, 100, 1.5]) expect(takes('OrderLine', { ...line, count })).toBe(false);
    expect(takes('OrderLine', { ...line, price: 0 })).toBe(false);
    expect(takes('OrderLine', { ...line, price: undefined })).toBe(false);
    expect(takes('OrdersListInput', undefined)).toBe(true);
    expect(takes('OrdersListInput', { limit: undefined })).toBe(true);
    expect(takes('OrdersListInput', { limit: 101 })).toBe(false);
  });

  it('follows a type into itself', () => {
    expect(takes('Category', { name: 'a', below: [{ name: 'b', below: [] }] })).toBe(true);
    expect(takes('Category', { name: 'a', below: [{ name: 'b' }] })).toBe(false);
  });

  it('prints nothing that is not used', () => {
    const bare = { ...sampleContract, procedures: {}, types: {} };
    expect(printValidators(planTypescript(bare, { packageName: 'x' }))).not.toContain('zod');
  });
});
