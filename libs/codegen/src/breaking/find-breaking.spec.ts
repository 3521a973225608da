import { describe, expect, it } from '@jest/globals';
import { contract, gives, literal, number, object, reference, text, union } from './contract-builder.spec-support.js';
import { findBreaking } from './find-breaking.js';
import {
  type HarmlessChange,
  harmlessForms,
  harmlessInputs,
  harmlessOutputs,
  harmlessProcedures,
} from './harmless-changes.spec-support.js';
import type { PlannedChange } from './planned-change.spec-support.js';
import { inputChanges, namedChanges, procedureChanges } from './planned-changes.spec-support.js';
import { outputChanges } from './planned-output-changes.spec-support.js';
import { ruleNames, rules } from './rules.js';

const changes: readonly PlannedChange[] = [...procedureChanges, ...inputChanges, ...outputChanges, ...namedChanges];
const harmless: readonly HarmlessChange[] = [
  ...harmlessProcedures,
  ...harmlessInputs,
  ...harmlessOutputs,
  ...harmlessForms,
];

describe('findBreaking', () => {
  it.each(changes)('finds that %s', (_name, before, after, ...found) => {
    const findings = findBreaking(before, after);
    expect(findings.map(({ rule, position }) => `${rule} ${position}`.trim())).toEqual(found);
    expect(findings.map(({ rule, level }) => level === rules[rule].level)).not.toContain(false);
  });

  it.each(changes)('finds nothing in a contract as it is where %s', (_name, before, after) => {
    expect([...findBreaking(before, before), ...findBreaking(after, after)]).toEqual([]);
  });

  it.each(harmless)('has nothing against it that %s', (_name, before, after) => {
    expect(findBreaking(before, after).filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('is tried with at least 45 changes of either sort, and with every rule that is more than information', () => {
    const tried = new Set(changes.flatMap(([, , , ...found]) => found.map((text) => text.split(' ')[0])));
    const serious = ruleNames.filter((name) => rules[name].level !== 'info');
    expect(serious.filter((name) => !tried.has(name))).toEqual([]);
    expect(changes.length).toBeGreaterThanOrEqual(45);
    expect(harmless.length).toBeGreaterThanOrEqual(45);
  });

  it('reports a type that several procedures use once, with the procedures', () => {
    const parts = { b: { output: reference('User') }, a: { output: object({ user: reference('User') }) }, c: {} };
    const findings = findBreaking(
      contract(parts, { User: object({ id: text }) }),
      contract(parts, { User: object({ id: number }) }),
    );
    expect(findings).toEqual([
      {
        rule: 'TYPE_CHANGED',
        level: 'breaking',
        category: 'wire',
        procedures: ['a', 'b'],
        type: 'User',
        position: 'User.id',
        before: 'string',
        after: 'number',
        message: 'A value is of another type.',
      },
    ]);
  });

  it('names every procedure that reaches a type through others', () => {
    const parts = { a: { output: reference('Page') }, b: { output: reference('User') } };
    const page = { Page: object({ first: reference('User'), 'next?': reference('Page') }) };
    const findings = findBreaking(
      contract(parts, { ...page, User: object({ id: text }) }),
      contract(parts, { ...page, User: object({}) }),
    );
    expect(findings.map(({ procedures, position }) => ({ procedures, position }))).toEqual([
      { procedures: ['a', 'b'], position: 'User.id' },
    ]);
  });

  it('reports the same place in two procedures twice, since each has a cause of its own', () => {
    const findings = findBreaking(
      contract({ p: { output: object({ a: text }) }, q: { output: object({ a: text }) } }),
      contract({ p: { output: object({}) }, q: { output: object({}) } }),
    );
    expect(findings.map(({ procedures }) => procedures)).toEqual([['p'], ['q']]);
  });

  it('gives the worst first', () => {
    const findings = findBreaking(
      contract({ a: { deprecated: '', output: object({ x: union(literal(1), literal(2)) }) }, b: {} }),
      contract({ a: { output: object({ x: union(literal(1), literal(2), literal(3)) }) }, c: {} }),
    );
    expect(findings.map(({ level }) => level)).toEqual(['breaking', 'risky', 'info']);
  });

  it('follows chains of types that are longer than the stack', () => {
    const chain = (last: typeof text) =>
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [
          `T${index}`,
          object({ next: index === 4999 ? last : union(reference(`T${index + 1}`), literal(0)) }),
        ]),
      );
    const findings = findBreaking(gives(reference('T0'), chain(text)), gives(reference('T0'), chain(number)));
    expect(findings.map(({ rule, position }) => `${rule} ${position}`)).toEqual(['TYPE_CHANGED T4999.next']);
  });

  it('comes to an end with types that contain themselves out of step with each other', () => {
    const once = { A: object({ next: reference('A') }) };
    const twice = { B: object({ next: object({ next: reference('B') }) }) };
    const findings = findBreaking(gives(object({ next: reference('A') }), once), gives(reference('B'), twice));
    expect(findings.map(({ rule }) => rule)).toEqual(['TYPE_NAME_REMOVED']);
  });

  it('comes to an end with types that meet themselves in intersections', () => {
    const types = {
      A: { kind: 'intersection', of: [object({ x: reference('A') }), object({ x: reference('B') })] },
      B: object({ x: reference('B') }),
    } as const;
    expect(findBreaking(gives(reference('A'), types), gives(reference('A'), types))).toEqual([]);
    expect(findBreaking(gives(reference('B'), types), gives(reference('A'), types))).toEqual([]);
  });
});
