import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createProcedureTree, namesOf, namespacesOf } from './procedure-tree.js';

describe('createProcedureTree', () => {
  it('sorts procedures into their namespaces', () => {
    const tree = createProcedureTree(['orders.list', 'count', 'orders.lines.add', 'orders']);
    expect(namesOf(tree)).toEqual(['count', 'orders']);
    expect([...tree.procedures]).toEqual([
      ['count', 'count'],
      ['orders', 'orders'],
    ]);
    const [orders, lines] = namespacesOf(tree);
    expect([orders?.path, [...(orders?.procedures ?? [])]]).toEqual(['orders', [['list', 'orders.list']]]);
    expect([lines?.path, [...(lines?.procedures ?? [])]]).toEqual(['orders.lines', [['add', 'orders.lines.add']]]);
  });

  it('has every path once, in whatever order they come', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', '', '__proto__'), { minLength: 1, maxLength: 4 })
      .map((names) => names.join('.'));
    fc.assert(
      fc.property(fc.uniqueArray(path), (paths) => {
        const tree = createProcedureTree(paths);
        const found = [tree, ...namespacesOf(tree)].flatMap(({ procedures }) => [...procedures.values()]);
        expect(found.toSorted()).toEqual(paths.toSorted());
        expect(createProcedureTree(paths.toReversed())).toEqual(tree);
      }),
    );
  });
});
