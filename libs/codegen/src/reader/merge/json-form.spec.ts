import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { JsonForm } from './json-form.js';

const date: TypeNode = { kind: 'builtin', name: 'Date' };

describe('JsonForm', () => {
  it.each<[string, TypeNode, TypeNode]>([
    ['a date is text', date, { kind: 'string', format: 'date-time' }],
    ['an address is text', { kind: 'builtin', name: 'URL' }, { kind: 'string', format: 'uri' }],
    [
      'a map is an empty object',
      { kind: 'builtin', name: 'Map', of: [date, date] },
      { kind: 'object', properties: [] },
    ],
    [
      'bytes are an object of numbers',
      { kind: 'builtin', name: 'Uint8Array' },
      { kind: 'object', properties: [], index: { kind: 'number' } },
    ],
    [
      'a property that may be undefined may be left out',
      { kind: 'object', properties: [{ name: 'at', type: { kind: 'union', of: [date, { kind: 'undefined' }] } }] },
      { kind: 'object', properties: [{ name: 'at', type: { kind: 'string', format: 'date-time' }, optional: true }] },
    ],
    [
      'undefined in an array is null',
      { kind: 'array', items: { kind: 'union', of: [{ kind: 'string' }, { kind: 'undefined' }] } },
      { kind: 'array', items: { kind: 'union', of: [{ kind: 'string' }, { kind: 'null' }] } },
    ],
    [
      'a property that is not known may be left out, and one that only may be undefined always is',
      {
        kind: 'object',
        properties: [
          { name: 'any', type: { kind: 'unknown' } },
          { name: 'none', type: { kind: 'undefined' } },
          { name: 'never', type: { kind: 'never' }, optional: true },
        ],
      },
      { kind: 'object', properties: [{ name: 'any', type: { kind: 'unknown' }, optional: true }] },
    ],
    [
      'undefined in a record of any keys is not there',
      { kind: 'record', key: { kind: 'string' }, value: { kind: 'union', of: [date, { kind: 'undefined' }] } },
      { kind: 'record', key: { kind: 'string' }, value: { kind: 'string', format: 'date-time' } },
    ],
    [
      'a record of few keys may lack those whose values may be undefined',
      {
        kind: 'record',
        key: { kind: 'literal', value: 'a' },
        value: { kind: 'union', of: [{ kind: 'number' }, { kind: 'undefined' }] },
      },
      { kind: 'record', key: { kind: 'literal', value: 'a' }, value: { kind: 'number' }, partial: true },
    ],
    [
      'an object that is made anew has no brand',
      { kind: 'brand', name: 'Point', of: { kind: 'object', properties: [] } },
      { kind: 'object', properties: [] },
    ],
    [
      'a brand stays where its type does, and goes where it does not',
      {
        kind: 'tuple',
        items: [
          { type: { kind: 'brand', name: 'Id', of: { kind: 'string' } } },
          { type: { kind: 'brand', name: 'Day', of: date } },
        ],
      },
      {
        kind: 'tuple',
        items: [
          { type: { kind: 'brand', name: 'Id', of: { kind: 'string' } } },
          { type: { kind: 'string', format: 'date-time' } },
        ],
      },
    ],
  ])('%s', (_behaviour, node, expected) => {
    expect(new JsonForm({}).of(node)).toEqual(expected);
  });

  it('has no form for a bigint, and says what to do', () => {
    expect(new JsonForm({}).of({ kind: 'bigint' })).toEqual({
      kind: 'hole',
      reason: 'a bigint cannot be written as JSON; give the router a transformer, or answer with a string',
    });
  });

  it('keeps a brand on a name for a text, and on a brand', () => {
    const form = new JsonForm({ Label: { kind: 'string' }, Point: { kind: 'object', properties: [] } });
    const brandOf = (of: TypeNode): TypeNode => ({ kind: 'brand', name: 'Own', of });
    const kept = brandOf(brandOf({ kind: 'reference', name: 'Label' }));
    expect(form.of(kept)).toEqual(kept);
    expect(form.of(brandOf({ kind: 'reference', name: 'Point' }))).toEqual({ kind: 'reference', name: 'Point' });
  });

  it('says once what JSON makes of several members of a union', () => {
    const of: readonly TypeNode[] = [
      { kind: 'string', format: 'date-time' },
      date,
      { kind: 'bigint' },
      { kind: 'bigint' },
    ];
    const form = new JsonForm({}).of({ kind: 'union', of });
    expect(form.kind === 'union' ? form.of.map(({ kind }) => kind) : []).toEqual(['string', 'hole']);
    expect(new JsonForm({}).of({ kind: 'union', of: of.slice(2) })).toMatchObject({ kind: 'hole' });
  });

  it('spells out a name that stands for undefined too', () => {
    const types: Record<string, TypeNode> = {
      Maybe: { kind: 'union', of: [{ kind: 'string' }, { kind: 'undefined' }] },
      Anything: { kind: 'unknown' },
    };
    const maybe: TypeNode = { kind: 'reference', name: 'Maybe', doc: 'If known.' };
    const properties = [
      { name: 'maybe', type: maybe },
      { name: 'any', type: { kind: 'reference', name: 'Anything' } as const },
    ];
    const form = new JsonForm(types);
    expect(form.of({ kind: 'object', properties })).toEqual({
      kind: 'object',
      properties: [
        { name: 'maybe', type: { kind: 'string', doc: 'If known.' }, optional: true },
        { name: 'any', type: { kind: 'reference', name: 'Anything' }, optional: true },
      ],
    });
    expect(form.of({ kind: 'array', items: maybe })).toEqual({
      kind: 'array',
      items: { kind: 'union', of: [{ kind: 'string' }, { kind: 'null' }], doc: 'If known.' },
    });
  });

  it('gives a named type a second one only where JSON changes it, also through others and through itself', () => {
    const types: Record<string, TypeNode> = {
      Plain: { kind: 'object', properties: [{ name: 'next', type: { kind: 'reference', name: 'Plain' } }] },
      Host: {
        kind: 'object',
        properties: [
          { name: 'peer', type: { kind: 'reference', name: 'Host' } },
          { name: 'at', type: date },
        ],
      },
      Site: { kind: 'array', items: { kind: 'reference', name: 'Host' } },
      HostJson: { kind: 'string' },
    };
    const form = new JsonForm(types);
    expect(form.of({ kind: 'reference', name: 'Plain' })).toEqual({ kind: 'reference', name: 'Plain' });
    expect(form.of({ kind: 'reference', name: 'Site' })).toEqual({ kind: 'reference', name: 'SiteJson' });
    expect(form.types()).toEqual({
      SiteJson: { kind: 'array', items: { kind: 'reference', name: 'HostJson2' } },
      HostJson2: {
        kind: 'object',
        properties: [
          { name: 'peer', type: { kind: 'reference', name: 'HostJson2' } },
          { name: 'at', type: { kind: 'string', format: 'date-time' } },
        ],
      },
    });
  });

  it('gives the form the name itself where nothing needs the type as it is', () => {
    const form = new JsonForm(
      { Day: date, Span: { kind: 'array', items: { kind: 'reference', name: 'Day' } } },
      () => true,
    );
    expect(form.of({ kind: 'reference', name: 'Span' })).toEqual({ kind: 'reference', name: 'Span' });
    expect(form.types()).toEqual({
      Span: { kind: 'array', items: { kind: 'reference', name: 'Day' } },
      Day: { kind: 'string', format: 'date-time' },
    });
  });
});
