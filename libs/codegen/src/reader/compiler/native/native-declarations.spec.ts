import { describe, expect, it } from '@jest/globals';
import { engineProject } from '../engine-project.spec-support.js';
import { NativeEngine } from './native-engine.js';

const TEXT = `
class Base { protected inner = 1; public readonly open = 1; }
class Sub extends Base { private own = this.inner; constructor(readonly given: number, private hidden = 1) { super(); } set only(value: number) { this.own = value + this.hidden; } }
export declare const sub: Sub;
/** First. */
interface Merged { a: 1 }
interface Merged { /** Second. */ b: 2 }
export declare const merged: Merged;
export const spread = { ...merged, c: 3 };
`;

describe('NativeDeclarations', () => {
  const { facts, engine } = engineProject(TEXT, (tsconfigPath) => new NativeEngine(tsconfigPath));

  it('hides what is private, protected or on a prototype, wherever it is declared, and tells what is readonly', () => {
    const sub = facts('sub');
    const properties =
      sub.form === 'object' ? sub.properties.map(({ name, isReadonly }) => `${name} ${isReadonly}`) : [];
    expect(properties.toSorted()).toEqual(['given true', 'open true']);
  });

  it('knows the first place of what is declared twice, and the text at each place', () => {
    const merged = facts('merged');
    const place = merged.form === 'object' ? merged.declared?.place : undefined;
    const inner = merged.form === 'object' ? merged.properties[1]?.places[0] : undefined;
    expect(place === undefined ? '' : engine().textAt(place)).toContain('/** First. */\ninterface Merged { a: 1 }');
    expect(inner === undefined ? '' : engine().textAt(inner).trim()).toBe('/** Second. */ b: 2');
    expect(engine().textAt({ file: 'elsewhere.ts', index: 0 })).toBe('');
  });

  it('keeps the places of properties in what is made of them', () => {
    const spread = facts('spread');
    const indexes =
      spread.form === 'object' ? spread.properties.map(({ name, places: [at] }) => [name, at?.index ?? -1]) : [];
    const byPlace = indexes.toSorted(([, a], [, b]) => Number(a) - Number(b)).map(([name]) => name);
    expect(byPlace).toEqual(['a', 'b', 'c']);
  });
});
