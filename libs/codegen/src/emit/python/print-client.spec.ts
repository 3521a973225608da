import { describe, expect, it } from '@jest/globals';
import type { Contract, ProcedureContract } from '../../contract/contract.js';
import { createProcedureTree } from '../typescript/procedure-tree.js';
import { printClient } from './print-client.js';

const procedure = (kind: ProcedureContract['kind'], more: Partial<ProcedureContract> = {}): ProcedureContract => ({
  kind,
  input: { kind: 'string' },
  output: { kind: 'string' },
  source: { input: 'both', output: 'both' },
  ...more,
});

function print(procedures: Contract['procedures']): string {
  const paths = Object.keys(procedures);
  const typesOf = new Map(paths.map((path) => [path, { input: 'In', output: 'Out' }]));
  return printClient({ trunkline: 1, transformer: 'none', procedures, types: {} }, createProcedureTree(paths), typesOf);
}

describe('printClient', () => {
  it('has a class for each namespace, and those in it before it', () => {
    const text = print({ 'a.b.read': procedure('query'), 'a.list': procedure('query') });
    expect([...text.matchAll(/^class (\w+)/gm)].map(([, name]) => name)).toEqual(['AB', 'A', 'Api']);
    expect(text).toContain('        self.b = AB(connection)\n');
  });

  it('gives each kind what belongs to it', () => {
    const text = print({ read: procedure('query'), add: procedure('mutation'), changes: procedure('subscription') });
    expect(text).toContain('async def read(self, input: types.In, *, deadline_ms: int | None = None) -> types.Out:');
    expect(text).toContain(
      'async def add(self, input: types.In, *, deadline_ms: int | None = None, key: str | None = None',
    );
    expect(text).toMatch(/ {4}def changes\(self, input: types\.In, \*, after: .* -> Subscription\[types\.Out\]:/);
  });

  it('takes no input where there is none, and none needed where it may be left out', () => {
    const optional = procedure('query', { input: { kind: 'union', of: [{ kind: 'string' }, { kind: 'void' }] } });
    const text = print({ optional, nothing: procedure('query', { input: { kind: 'void' } }) });
    expect(text).toContain('async def optional(self, input: types.In | None = None, *');
    expect(text).toContain('async def nothing(self, *, deadline_ms');
  });

  it('keeps its own names apart from those of procedures', () => {
    const text = print({ connection: procedure('query'), 'api.read': procedure('query') });
    expect(text).toContain('async def connection_2(');
    expect(text).toContain('class Api_2:');
  });

  it('says which errors are declared', () => {
    expect(print({ read: procedure('query', { errors: { NOT_FOUND: 'None.' } }) })).toContain(
      'Raises CallError with the code\n            NOT_FOUND: None.',
    );
  });
});
