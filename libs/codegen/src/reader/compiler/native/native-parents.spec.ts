import { describe, expect, it } from '@jest/globals';
import { engineProject } from '../engine-project.spec-support.js';
import { NativeEngine } from './native-engine.js';

const TEXT = `
class First extends RangeError {}
class Second extends First {}
interface Listed<T> extends ReadonlyArray<T> { more: T }
interface Mapped extends Record<string, number> {}
export declare const second: Second;
export declare const listed: Listed<string>;
export declare const mapped: Mapped;
`;

describe('NativeParents', () => {
  const { facts } = engineProject(TEXT, (tsconfigPath) => new NativeEngine(tsconfigPath));

  it('finds what is extended of the language, through classes between and generics', () => {
    expect(facts('second')).toMatchObject({ extends: 'RangeError' });
    expect(facts('listed')).toMatchObject({ extends: 'ReadonlyArray' });
  });

  it('takes an alias of the language for no parent', () => {
    expect(facts('mapped')).not.toHaveProperty('extends');
    expect(facts('mapped')).toMatchObject({ form: 'object', indexes: [{ isReadonly: false }] });
  });
});
