import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract/contract.js';
import { sampleContract } from '../../testing/sample-contract.js';
import { printTypes } from './print-types.js';
import { planTypescript } from './typescript-plan.js';

const print = (contract: Contract): string => printTypes(planTypescript(contract, { packageName: 'x' }));

describe('printTypes', () => {
  const text = print(sampleContract);

  it('gives named types their names, and every procedure types of its own', () => {
    expect(text).toContain('export interface Order {\n');
    expect(text).toContain('/** The output of `orders.place`. */\nexport type OrdersPlaceOutput = Order;\n');
    expect(text).toContain('/** An event of `count`. */\nexport type CountEvent = number;\n');
    expect(text).toContain('export type AdminUserInput2 = number;');
  });

  it('says what errors a procedure declares', () => {
    expect(text).toContain(
      "/**\n * An error of `orders.place`. Those that it declares:\n * - `CONFLICT`: It was placed before.\n * - `OUT_OF_STOCK`: A product is not there.\n */\nexport type OrdersPlaceError = ProcedureError<'CONFLICT' | 'OUT_OF_STOCK', ApiErrorData>;",
    );
    expect(print({ ...sampleContract, procedures: {}, types: {} })).toContain('export interface ApiErrorData {');
    const { errorData: _own, ...standard } = sampleContract;
    expect(print(standard)).toContain('export type ApiErrorData = StandardErrorData;');
  });

  it('imports only what it uses', () => {
    expect(text).toContain("import type { Brand, ProcedureError } from '@trunkline/client/generated';");
    expect(print({ ...sampleContract, procedures: {}, types: {} })).toContain('import type { ProcedureError } from');
  });

  it('does not depend on the order of the contract', () => {
    const turned = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).toReversed());
    const { types, procedures } = sampleContract;
    expect(print({ ...sampleContract, types: turned(types), procedures: turned(procedures) })).toBe(text);
  });
});
