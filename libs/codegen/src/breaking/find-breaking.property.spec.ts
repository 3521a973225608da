import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Contract, ProcedureContract } from '../contract/contract.js';
import type { TypeNode } from '../contract/type-node.js';
import { accepts, type Judgement } from '../testing/accepts.js';
import { contractArbitrary } from '../testing/contract-arbitrary.js';
import { type EditedContract, editedContractArbitrary } from '../testing/edit-contract.js';
import { makeValue } from '../testing/make-value.js';
import { findBreaking } from './find-breaking.js';

const runs = { numRuns: Number(process.env['RUNS'] ?? 300) };
const valuesPerType = 12;

describe('findBreaking, of any contracts', () => {
  it('finds nothing between a contract and itself', () => {
    fc.assert(
      fc.property(contractArbitrary, (contract) => {
        expect(findBreaking(contract, structuredClone(contract))).toEqual([]);
      }),
      runs,
    );
  });

  it('finds something whenever a value of an old client is refused, or a value for it is none that it expects', () => {
    let judged = 0;
    fc.assert(
      fc.property(editedContractArbitrary(3), fc.infiniteStream(fc.nat()), (pair, stream) => {
        const broken = new Set(findMisfits(pair));
        const pick = (count: number) => Number(stream.next().value) % count;
        for (const [path, before] of Object.entries(pair.before.procedures)) {
          const after = pair.after.procedures[path];
          if (after === undefined || broken.has(path)) continue;
          judged += 1;
          expectFit(pair, { before, after }, pick);
        }
      }),
      runs,
    );
    // Most pairs have to be such that nothing is found, or nothing is tried.
    expect(judged).toBeGreaterThan(runs.numRuns / 3);
  });
});

/** The procedures of which something is found that a running client meets. */
function findMisfits({ before, after }: EditedContract): readonly string[] {
  return findBreaking(before, after)
    .filter(({ category, level, rule }) => category === 'wire' && level !== 'info' && rule !== 'INPUT_STRICT')
    .flatMap(({ procedures }) => procedures);
}

interface Both {
  readonly before: ProcedureContract;
  readonly after: ProcedureContract;
}

function expectFit(pair: EditedContract, { before, after }: Both, pick: (count: number) => number): void {
  const old = toJudgement(pair.before, true);
  if (after.input.kind !== 'void') {
    expectEach({ sent: before.input, from: old }, { expected: after.input, to: toJudgement(pair.after, true) }, pick);
  }
  if (before.output.kind !== 'void') {
    const sent = { sent: after.output, from: toJudgement(pair.after, false) };
    expectEach(sent, { expected: before.output, to: toJudgement(pair.before, false) }, pick);
  }
}

function expectEach(
  { sent, from }: { sent: TypeNode; from: Judgement },
  { expected, to }: { expected: TypeNode; to: Judgement },
  pick: (count: number) => number,
): void {
  for (let count = 0; count < valuesPerType; count += 1) {
    const made = makeValue(sent, pick, from);
    if (made === undefined) return;
    expect({ ...made, isAccepted: accepts(expected, made.value, to) }).toEqual({ ...made, isAccepted: true });
  }
}

function toJudgement({ types, transformer }: Contract, isInput: boolean): Judgement {
  return { types, isInput, undefinedIsMissing: transformer === 'none' };
}
