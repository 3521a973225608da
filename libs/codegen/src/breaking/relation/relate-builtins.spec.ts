import { describe, expect, it } from '@jest/globals';
import type { BuiltinName, BuiltinNode, TypeNode } from '../../contract/type-node.js';
import { number, text } from '../contract-builder.spec-support.js';
import { relateBuiltins } from './relate-builtins.js';

const builtin = (name: BuiltinName, ...of: readonly TypeNode[]): BuiltinNode => ({ kind: 'builtin', name, of });

describe('relateBuiltins', () => {
  it('goes on with keys, values and items', () => {
    const map = relateBuiltins(builtin('Map', text, number), builtin('ReadonlyMap', text, text));
    expect(map?.children.map(({ step }) => step)).toEqual(['<key>', '<value>']);
    expect(relateBuiltins(builtin('Set', text), builtin('Set'))?.children).toEqual([
      { step: '<item>', sent: text, expected: { kind: 'unknown' } },
    ]);
    expect(relateBuiltins(builtin('Date'), builtin('Date'))).toEqual({ differences: [], children: [] });
  });

  it('says that one may no longer be changed', () => {
    const rules = (sent: BuiltinName, expected: BuiltinName) =>
      relateBuiltins(builtin(sent), builtin(expected))?.differences.map(({ rule }) => rule);
    expect(rules('ReadonlySet', 'Set')).toEqual(['READONLY_CHANGED']);
    expect(rules('Set', 'ReadonlySet')).toEqual([]);
  });

  it('has nothing to say of different ones', () => {
    expect(relateBuiltins(builtin('Map'), builtin('Set'))).toBeUndefined();
  });
});
