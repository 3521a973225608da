import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ProjectFolder } from './project-folder.spec-support.js';
import type { TypeEngine } from './type-engine.js';
import type { ObjectFacts, TypeFacts } from './type-facts.js';

const MODELS = `
declare const mark: unique symbol;
/** Ünï. */
export interface Own<T> {
  /** née */
  readonly a: T;
  b?: number;
  m(): void;
  f: () => void;
  [mark]: 1;
}
export type Status = 'a' | 'b' | 'c';
export enum Colour { Red = 'r', Blue = 'b' }
export class Place {
  private secret = 1;
  #inner = 2;
  readonly name = 'x';
  get size() { return this.#inner + this.secret; }
}
export class Amount {
  digits = '1';
  toJSON(): bigint { return 1n; }
}
export class Failure extends Error { code = 1; }
export interface Words extends Map<string, number> {}
`;

const VALUES = `
import { Amount, Failure, Own, Place, type Colour, type Status, type Words } from './models.js';
export { Failure } from './models.js';
export declare const held: {
  own: Own<string>;
  place: Place;
  amount: Amount;
  failure: Failure;
  words: Words;
  status?: Status | null;
  colour: Colour | undefined;
  red: Colour.Red;
  record: Record<string, Date>;
  tuple: readonly [first: string, second?: number, ...rest: boolean[]];
  plain: [string];
  list: readonly string[];
  map: Map<string, bigint>;
  klass: typeof Place;
  call: { (): void };
  template: \`a\${number}b\`;
  big: -7n;
  flag: boolean;
  never: never;
  mapped: Readonly<{ x: 1 }>;
};
export type Alias = typeof held;
export type Parameter = (<T>() => T) | never;
`;

/** Holds an engine to what all engines promise. To be called within a `describe` of its own. */
export function holdEngineToPromises(open: (tsconfigPath: string) => TypeEngine): void {
  let project: ProjectFolder;
  let engine: TypeEngine;

  beforeAll(() => {
    project = new ProjectFolder({ 'models.ts': MODELS, 'values.ts': VALUES }, { exactOptionalPropertyTypes: true });
    engine = open(project.tsconfigPath);
  });
  afterAll(() => {
    engine.close();
    project.remove();
  });

  const held = (): ObjectFacts => objectAt(engine, engine.typeOfExport(project.path('values.ts'), 'held'));
  const property = (key: string): TypeFacts => propertyOf(engine, held(), key);

  it('names what a module exports as values, passed on ones included', () => {
    expect(engine.exportNames(project.path('values.ts')).toSorted()).toEqual(['Failure', 'held']);
  });

  it('knows the type of an exported value and of a type alias, and of nothing else', () => {
    const file = project.path('values.ts');
    expect(engine.typeOfExport(file, 'Alias')).toBe(engine.typeOfExport(file, 'held'));
    expect(engine.typeOfExport(file, 'nothing')).toBeUndefined();
    expect(() => engine.typeOfExport(project.path('other.ts'), 'held')).toThrow(/other\.ts is not among the files of/u);
  });

  it('gives the types of named properties, and undefined where there is none', () => {
    const type = engine.typeOfExport(project.path('values.ts'), 'held') ?? -1;
    const [[flag, missing] = []] = engine.propertyTypes([type], ['flag', 'missing']);
    expect(engine.describe([flag ?? -1])).toEqual([{ form: 'intrinsic', name: 'boolean' }]);
    expect(missing).toBeUndefined();
  });

  it('describes an interface of the application with its parameters, modifiers, methods and symbols', () => {
    const own = asObject(property('own'));
    expect(own.declared).toMatchObject({
      name: 'Own',
      origin: 'application',
      place: { file: project.path('models.ts') },
    });
    expect(engine.describe(own.declared?.parameters ?? [])).toEqual([{ form: 'intrinsic', name: 'string' }]);
    expect(
      own.properties.map(({ name: key, isOptional, isReadonly, isSymbol }) => [key, isOptional, isReadonly, isSymbol]),
    ).toEqual([
      ['a', false, true, false],
      ['b', true, false, false],
      ['m', false, false, false],
      ['f', false, false, false],
      ['mark', false, false, true],
    ]);
    expect(own.properties.map(({ type }) => type === undefined)).toEqual([false, false, true, false, false]);
    expect(asObject(propertyOf(engine, own, 'f')).isCallable).toBe(true);
  });

  it('gives the text of a declaration with the comments before it', () => {
    const own = asObject(property('own'));
    const place = own.properties[0]?.places[0];
    expect(place === undefined ? '' : engine.textAt(place)).toContain('/** née */\n  readonly a: T;');
    expect(own.declared?.place === undefined ? '' : engine.textAt(own.declared.place)).toContain('/** Ünï. */');
  });

  it('leaves out what a class hides, and what its prototype works out', () => {
    const names = asObject(property('place')).properties.map(({ name: key, isReadonly }) => [key, isReadonly]);
    expect(names).toEqual([['name', true]]);
  });

  it('says as what an object writes itself', () => {
    const { writesAs } = asObject(property('amount'));
    expect(engine.describe([writesAs ?? -1])).toEqual([{ form: 'intrinsic', name: 'bigint' }]);
    expect(asObject(property('place')).writesAs).toBeUndefined();
  });

  it('knows what of the language a class or interface extends', () => {
    expect(property('failure')).toMatchObject({ form: 'object', extends: 'Error' });
    expect(property('words')).toMatchObject({ form: 'object', extends: 'Map' });
    expect(asObject(property('own')).extends).toBeUndefined();
  });

  it('keeps the name of a union that may be left out or null', () => {
    const union = property('status');
    const of = union.form === 'union' ? engine.describe(union.of) : [];
    expect(of).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ form: 'union', alias: expect.objectContaining({ name: 'Status' }) }),
        { form: 'intrinsic', name: 'null' },
        { form: 'intrinsic', name: 'missing' },
      ]),
    );
  });

  it('knows of which enum a member is', () => {
    const members = [
      { name: 'Red', value: 'r', place: expect.anything() },
      { name: 'Blue', value: 'b', place: expect.anything() },
    ];
    const colour = {
      form: 'enum',
      declared: expect.objectContaining({ name: 'Colour', origin: 'application' }),
      members,
    };
    expect(property('red')).toEqual({ form: 'literal', value: 'r', memberOf: colour });
    const union = property('colour');
    expect(union.form === 'union' ? engine.describe(union.of) : []).toContainEqual({
      form: 'intrinsic',
      name: 'undefined',
    });
  });

  it('describes tuples with labels, and arrays', () => {
    expect(property('tuple')).toMatchObject({
      form: 'tuple',
      readonly: true,
      items: [
        { name: 'first', place: 'required' },
        { name: 'second', place: 'optional' },
        { name: 'rest', place: 'rest' },
      ],
    });
    expect(property('plain')).toEqual({
      form: 'tuple',
      readonly: false,
      items: [{ type: expect.any(Number), place: 'required' }],
    });
    expect(property('list')).toMatchObject({ form: 'array', readonly: true });
  });

  it("stops at the language's own objects", () => {
    const map = property('map');
    expect(map).toMatchObject({ form: 'language', name: 'Map' });
    expect(map.form === 'language' ? engine.describe(map.parameters) : []).toEqual([
      { form: 'intrinsic', name: 'string' },
      { form: 'intrinsic', name: 'bigint' },
    ]);
  });

  it('describes index signatures, templates, bigints and what can be called', () => {
    expect(property('record')).toMatchObject({ form: 'object', properties: [], indexes: [{ isReadonly: false }] });
    expect(property('template')).toMatchObject({ form: 'template', texts: ['a', 'b'] });
    expect(property('big')).toEqual({ form: 'bigintLiteral', value: '-7' });
    expect(property('klass')).toMatchObject({ form: 'object', isCallable: true });
    expect(property('call')).toMatchObject({ form: 'object', isCallable: true });
    expect(property('never')).toEqual({ form: 'intrinsic', name: 'never' });
    expect(asObject(property('mapped')).properties).toMatchObject([{ name: 'x', isReadonly: true }]);
  });

  it("says what the application's modules import", () => {
    expect(engine.files().toSorted()).toEqual([project.path('models.ts'), project.path('values.ts')]);
    const { imports, text } = engine.module(project.path('values.ts'));
    expect(new Set(imports.map(({ specifier, file }) => `${specifier} ${file}`))).toEqual(
      new Set([`./models.js ${project.path('models.ts')}`]),
    );
    expect(text).toBe(VALUES);
  });

  it('takes in what changed', () => {
    const file = project.write('values.ts', VALUES.replace('flag: boolean', 'flag: null'));
    engine.update([file]);
    expect(property('flag')).toEqual({ form: 'intrinsic', name: 'null' });
    project.write('values.ts', VALUES);
    engine.update();
    expect(property('flag')).toEqual({ form: 'intrinsic', name: 'boolean' });
  });

  it('refuses a type that it never gave out', () => {
    expect(() => engine.describe([123_456_789])).toThrow('The type 123456789 was never given out by this reading.');
  });
}

function objectAt(engine: TypeEngine, type: number | undefined): ObjectFacts {
  return asObject(engine.describe([type ?? -1])[0]);
}

function propertyOf(engine: TypeEngine, facts: ObjectFacts, name: string): TypeFacts {
  const type = facts.properties.find((property) => property.name === name)?.type;
  const [found] = engine.describe([type ?? -1]);
  if (found === undefined) {
    throw new Error(`There is no ${name}.`);
  }
  return found;
}

function asObject(facts: TypeFacts | undefined): ObjectFacts {
  if (facts?.form !== 'object') {
    throw new Error(`It is no object but ${facts?.form}.`);
  }
  return facts;
}
