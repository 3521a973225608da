import { describe, expect, it } from '@jest/globals';
import { engineProject } from '../engine-project.spec-support.js';
import { NativeEngine } from './native-engine.js';

const TEXT = `
import type { z } from 'zod';
import { absent } from './absent.js';
type Maybe<T> = T | null;
export declare const broken: typeof absent;
export declare const generic: <T>(value: T) => T;
export declare const brand: string & z.core.$brand<'UserId'>;
export declare const maybe: Maybe<Date | RegExp>;
export declare const upper: Uppercase<string>;
export declare const symbol: unique symbol;
export declare const loose: object;
export declare const instances: Array<Set<string>>;
export declare const numbers: -1.5;
export declare const both: { a: 1 } & { b: 2 };
`;

describe('NativeDescriber', () => {
  const { facts, describe: describeType } = engineProject(TEXT, (tsconfigPath) => new NativeEngine(tsconfigPath));

  it('says what does not compile, and what there is no form for', () => {
    expect(facts('broken')).toEqual({
      form: 'unresolved',
      what: 'what the compiler could not resolve; see what its type check says',
    });
    expect(facts('upper')).toEqual({ form: 'unresolved', what: expect.stringContaining('in a certain case') });
    expect(facts('generic')).toMatchObject({ form: 'object', isCallable: true });
  });

  it('says whose an alias is, with the parameters that matter', () => {
    const brand = facts('brand');
    const parts = brand.form === 'intersection' ? brand.of.map(describeType) : [];
    const mark = parts.find((part) => part.form === 'object');
    expect(mark).toMatchObject({ alias: { name: '$brand', origin: 'package' } });
    const [parameter] = mark?.form === 'object' ? (mark.alias?.parameters ?? []) : [];
    expect(describeType(parameter ?? -1)).toEqual({ form: 'literal', value: 'UserId' });
    expect(facts('maybe')).toMatchObject({
      form: 'union',
      alias: { name: 'Maybe', origin: 'application', parameters: [expect.any(Number)] },
    });
  });

  it('knows types without parts, literals, arrays and intersections', () => {
    expect(facts('symbol')).toEqual({ form: 'intrinsic', name: 'symbol' });
    expect(facts('loose')).toEqual({ form: 'intrinsic', name: 'object' });
    expect(facts('numbers')).toEqual({ form: 'literal', value: -1.5 });
    expect(facts('both')).toMatchObject({ form: 'intersection', of: [expect.any(Number), expect.any(Number)] });
    const list = facts('instances');
    expect(list.form === 'array' ? describeType(list.items) : list).toMatchObject({ form: 'language', name: 'Set' });
  });
});
