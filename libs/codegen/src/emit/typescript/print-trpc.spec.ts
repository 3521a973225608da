import { describe, expect, it } from '@jest/globals';
import { sampleContract } from '../../testing/sample-contract.js';
import { printTrpc } from './print-trpc.js';
import { planTypescript } from './typescript-plan.js';

describe('printTrpc', () => {
  const text = printTrpc(planTypescript(sampleContract, { packageName: 'x' }));

  it('says each procedure as tRPC does', () => {
    expect(text).toContain(
      'byId: TRPCQueryProcedure<{ input: types.OrdersByIdInput; output: types.OrdersByIdOutput; meta: unknown }>;',
    );
    expect(text).toContain('clear: TRPCMutationProcedure<');
    expect(text).toContain('output: AsyncIterable<types.OrdersChangesEvent>');
    expect(text).toContain('  transformer: true;');
  });

  it('imports types alone, and only those that it uses', () => {
    const plan = planTypescript({ ...sampleContract, transformer: 'none', procedures: {} }, { packageName: 'x' });
    expect(printTrpc(plan)).toContain("import type { TRPCBuiltRouter } from '@trpc/server';");
    expect(printTrpc(plan)).toContain('  transformer: boolean;');
    expect(text).not.toMatch(/^import (?!type)/m);
  });
});
