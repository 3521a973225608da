import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Contract, ProcedureContract } from '../../contract/contract.js';
import { nameContract } from './contract-names.js';
import { isIdentifier } from './identifier.js';
import { createProcedureTree, namespacesOf } from './procedure-tree.js';

const procedure = (kind: ProcedureContract['kind'], errors?: Record<string, string>): ProcedureContract => ({
  kind,
  input: { kind: 'void' },
  output: { kind: 'string' },
  ...(errors !== undefined && { errors }),
  source: { input: 'both', output: 'both' },
});

function createContract(paths: readonly string[], types: readonly string[]): Contract {
  const kinds = ['query', 'mutation', 'subscription'] as const;
  return {
    trunkline: 1,
    transformer: 'none',
    procedures: Object.fromEntries(
      paths.map((path) => [path, procedure(kinds[path.length % 3] ?? 'query', path.length % 2 === 0 ? {} : undefined)]),
    ),
    types: Object.fromEntries(types.map((name) => [name, { kind: 'string' }])),
  };
}

function name(contract: Contract) {
  const tree = createProcedureTree(Object.keys(contract.procedures));
  return nameContract(
    contract,
    namespacesOf(tree).map(({ path }) => path),
  );
}

const segment = fc.oneof(
  fc.constantFrom('a', 'A', 'b', 'a-b', 'ab', 'aB', 'Input', 'user', 'class', '', '__proto__', 'constructor'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('.'));
const typeName = fc.oneof(
  fc.constantFrom('Order', 'AInput', 'ABInput', 'A_B', 'Map', 'Api', 'string', 'a.b', 'AApi'),
  path,
);

describe('nameContract', () => {
  it('gives everything an identifier that nothing else has, in any set of paths', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { maxLength: 12 }),
        fc.uniqueArray(typeName, { maxLength: 8 }),
        (paths, types) => {
          const names = name(createContract(paths, types));
          const all = [
            ...names.types.values(),
            ...names.namespaces.values(),
            ...[...names.procedures.values()].flatMap(({ input, output, error }) =>
              error === undefined ? [input, output] : [input, output, error],
            ),
          ];
          expect(new Set(all).size).toBe(all.length);
          expect(all.filter((text) => !isIdentifier(text))).toEqual([]);
          expect(names.types.size + names.procedures.size).toBe(types.length + paths.length);
        },
      ),
    );
  });

  it('gives the same names in whatever order the contract has its members', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { maxLength: 12 }),
        fc.uniqueArray(typeName, { maxLength: 8 }),
        (paths, types) => {
          const forwards = name(createContract(paths, types));
          const backwards = name(createContract(paths.toReversed(), types.toReversed()));
          expect(backwards).toEqual(forwards);
        },
      ),
    );
  });

  it('leaves types their names, and numbers what comes after them', () => {
    const names = name(createContract(['orders.add'], ['OrdersAddInput', 'Map', 'Api', 'class', 'acme.id']));
    expect(Object.fromEntries(names.types)).toEqual({
      OrdersAddInput: 'OrdersAddInput',
      Map: 'Map2',
      Api: 'Api2',
      class: 'Class',
      'acme.id': 'AcmeId',
    });
    expect(names.procedures.get('orders.add')?.input).toBe('OrdersAddInput2');
  });

  it('calls what a subscription gives an event, and names errors that are declared', () => {
    const contract: Contract = {
      ...createContract([], []),
      procedures: { ticks: procedure('subscription'), 'orders.add': procedure('mutation', { CONFLICT: 'No.' }) },
    };
    const { procedures, namespaces } = name(contract);
    expect(procedures.get('ticks')).toEqual({ input: 'TicksInput', output: 'TicksEvent', error: undefined });
    expect(procedures.get('orders.add')?.error).toBe('OrdersAddError');
    expect(namespaces.get('orders')).toBe('OrdersApi');
  });
});
