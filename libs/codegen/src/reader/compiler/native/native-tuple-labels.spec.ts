import { describe, expect, it } from '@jest/globals';
import { engineProject } from '../engine-project.spec-support.js';
import { NativeEngine } from './native-engine.js';

const TEXT = `
type Named = [x: number, y?: string, ...rest: Date[]];
export declare const named: Named;
export declare const fixed: readonly [only: { a: [inner: 1] }];
export declare const bare: [number, string];
export declare const empty: [];
export declare const nested: [none: [], bare: {}, list: Array<[]>];
`;

describe('tupleLabels', () => {
  const { facts } = engineProject(TEXT, (tsconfigPath) => new NativeEngine(tsconfigPath));

  it.each([
    ['named', ['x', 'y', 'rest']],
    ['fixed', ['only']],
    ['bare', [undefined, undefined]],
    ['empty', []],
    ['nested', ['none', 'bare', 'list']],
  ])('of %s are %j', (name, labels) => {
    const tuple = facts(name);
    expect(tuple.form === 'tuple' ? tuple.items.map((item) => item.name) : tuple).toEqual(labels);
  });
});
