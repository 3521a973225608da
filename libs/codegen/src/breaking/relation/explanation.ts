import type { Json } from '../../contract/json.js';
import type { TypeNode } from '../../contract/type-node.js';
import type { Member } from './form.js';
import { decideLeftoverRule, isNothing } from './leftover-rule.js';
import { literalsOf, matchMembers, type Pair } from './match-members.js';
import type { Child, Difference } from './relation.js';
import type { TypeRelation } from './type-relation.js';

/** What was found in one place that has a name: a position of a procedure, or a pair of named types. */
export interface Account {
  /** The name, as the position of a finding begins with it. */
  readonly name: string;
  /** The named type, where it is one. */
  readonly type?: string;
  readonly differences: Difference[];
  /** The keys of the pairs of named types that are used here. */
  readonly uses: Set<string>;
}

/** Tells where and why types do not fit, each pair of named types but once. */
export class Explanation {
  readonly #relation: TypeRelation;
  readonly #pairs = new Map<string, Account>();
  readonly #waiting: (() => void)[] = [];

  constructor(relation: TypeRelation) {
    this.#relation = relation;
  }

  /** Compares the types at a position. */
  explain(name: string, child: Omit<Child, 'step'>): Account {
    const account: Account = { name, differences: [], uses: new Set() };
    this.#visit({ ...child, step: '' }, { account, open: new Set() });
    // Not at once when they are met, since a chain of named types may be longer than the stack.
    for (let visitPair = this.#waiting.pop(); visitPair !== undefined; visitPair = this.#waiting.pop()) visitPair();
    return account;
  }

  /** What was found in an account and in all that it uses. */
  listReached(account: Account): readonly Account[] {
    const reached = new Set([account]);
    for (const { uses } of reached) {
      for (const key of uses) {
        const pair = this.#pairs.get(key);
        if (pair !== undefined) reached.add(pair);
      }
    }
    return [...reached];
  }

  #visit(child: Child, visit: Visit): void {
    const key = this.#relation.keyOf(child);
    if (visit.open.has(key)) return;
    visit.open.add(key);
    this.#compareDefaults(child, visit);
    if (!this.#link(child, visit)) this.#visitMembers(child, visit);
    visit.open.delete(key);
  }

  /** Two named types are compared in an account of their own, whoever uses them. */
  #link(child: Child, { account }: Visit, own?: string): boolean {
    const { sent, expected, ignoresUndefined } = child;
    const key = toPairKey(child);
    if (key === undefined || key === own) return false;
    if (ignoresUndefined === true && this.#relation.sides.sent.takesUndefined(sent)) return false;
    account.uses.add(key);
    if (this.#pairs.has(key)) return true;
    const before = this.#relation.sides.direction === 'input' ? sent : expected;
    const type = before.kind === 'reference' ? before.name : '';
    const pair: Account = { name: type, type, differences: [], uses: new Set() };
    this.#pairs.set(key, pair);
    this.#waiting.push(() => this.#visitMembers({ step: '', sent, expected }, { account: pair, open: new Set() }, key));
    return true;
  }

  #visitMembers(child: Child, visit: Visit, own?: string): void {
    const sent = this.#relation.sides.sent
      .of(child.sent)
      .filter(({ form }) => child.ignoresUndefined !== true || form.kind !== 'undefined');
    const [rest, toldCount] = this.#splitNamed(sent, child, visit);
    const expected = this.#relation.sides.expected.of(child.expected);
    const { pairs, left } = matchMembers(rest, expected, this.#relation);
    for (const pair of pairs) this.#visitPair(pair, sent, child, visit, own);
    const isAnyMatched = toldCount > 0 || pairs.some((pair) => !isNothing(pair.sent.form));
    this.#addLeftovers(left, { sent, expected, isAnyMatched }, child, visit);
  }

  /**
   * Unions on both sides may hold one named union: what became of that is told at its own name.
   * Gives the members that are left, and the number of those told elsewhere.
   */
  #splitNamed(sent: readonly Member[], child: Child, visit: Visit): readonly [readonly Member[], number] {
    if (child.sent.kind !== 'union' || child.expected.kind !== 'union') return [sent, 0];
    const there = new Map(child.expected.of.map((node) => [node.kind === 'reference' ? node.name : undefined, node]));
    const told = new Set<Member>();
    for (const node of child.sent.of) {
      const other = node.kind === 'reference' ? there.get(node.name) : undefined;
      const members = this.#relation.sides.sent.of(node);
      if (other === undefined || members.length < 2 || this.#fitsElsewhere(node, other, child)) continue;
      this.#visit({ step: child.step, sent: node, expected: other }, visit);
      for (const member of members) told.add(member);
    }
    const isTold = ({ form }: Member) => [...told].some((member) => member.form === form);
    const left = sent.filter((member) => !isTold(member));
    return [left, sent.length - left.length];
  }

  #fitsElsewhere(node: TypeNode, other: TypeNode, { expected }: Child): boolean {
    return !this.#relation.fits(node, other) && this.#relation.fits(node, expected);
  }

  #visitPair({ sent, expected }: Pair, all: readonly Member[], child: Child, visit: Visit, own?: string): void {
    const step = `${child.step}${this.#printTag(sent, all)}`;
    if (expected.brand !== undefined && sent.brand !== expected.brand) {
      visit.account.differences.push({ rule: 'BRAND_CHANGED', step, sent: child.sent, expected: child.expected });
    }
    if (this.#link({ step, sent: sent.node, expected: expected.node }, visit, own)) return;
    if (isHole(expected) && !isHole(sent) && this.#relation.sides.direction === 'input') {
      visit.account.differences.push({ rule: 'TYPE_UNKNOWN', step, sent: sent.node, expected: expected.node });
    }
    const relation = this.#relation.relate(sent.form, expected.form);
    for (const difference of relation?.differences ?? []) {
      visit.account.differences.push({ ...difference, step: `${step}${difference.step}` });
    }
    for (const inner of relation?.children ?? []) {
      this.#visit({ ...inner, step: `${step}${inner.step}` }, visit);
    }
  }

  /** Names the member of a union in a position, where there are several objects: `output{kind: "circle"}`. */
  #printTag({ form }: Member, sent: readonly Member[]): string {
    if (form.kind !== 'object' || sent.filter((member) => member.form.kind === 'object').length < 2) return '';
    for (const name of form.properties.keys()) {
      const [value, second] = literalsOf(form, name, this.#relation.sides.sent) ?? [];
      if (value !== undefined && second === undefined) return `{${name}: ${JSON.stringify(value)}}`;
    }
    return '';
  }

  #addLeftovers(left: readonly Member[], situation: Leftovers, child: Child, visit: Visit): void {
    const { direction } = this.#relation.sides;
    const ruleOf = new Map(left.map((member) => [member, decideLeftoverRule(member, { direction, ...situation })]));
    for (const rule of new Set(ruleOf.values())) {
      const members = left.filter((member) => ruleOf.get(member) === rule);
      // Where the whole type is another, both are shown; else only what came or went.
      const [first] = members;
      const gone = members.length === 1 && first !== undefined ? first.node : toUnion(members);
      const isWhole = rule !== 'INPUT_MEMBER_REMOVED' && rule !== 'OUTPUT_MEMBER_ADDED' && rule !== 'OUTPUT_NULLABLE';
      const difference: Difference = { rule, step: child.step, sent: isWhole ? child.sent : gone };
      visit.account.differences.push(isWhole ? { ...difference, expected: child.expected } : difference);
    }
  }

  #compareDefaults(child: Child, { account }: Visit): void {
    if (this.#relation.sides.direction !== 'input') return;
    const before = this.#defaultOf(child.sent, 'sent');
    const after = this.#defaultOf(child.expected, 'expected');
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const rule = before === undefined ? 'DEFAULT_ADDED' : 'DEFAULT_CHANGED';
    account.differences.push({
      rule,
      step: child.step,
      ...(before === undefined ? {} : { sent: toLiteral(before) }),
      ...(after === undefined ? {} : { expected: toLiteral(after) }),
    });
  }

  #defaultOf(node: TypeNode, side: 'sent' | 'expected'): Json | undefined {
    if (node.default !== undefined) return node.default;
    if (node.kind === 'union') return node.of.find((member) => member.default !== undefined)?.default;
    return node.kind === 'reference' ? this.#relation.sides[side].resolve(node)?.default : undefined;
  }
}

interface Visit {
  readonly account: Account;
  /** The keys of the pairs on the way to here, because types without a name on one side may contain themselves as well. */
  readonly open: Set<string>;
}

/** What is left over, and of what. */
interface Leftovers {
  readonly sent: readonly Member[];
  readonly expected: readonly Member[];
  readonly isAnyMatched: boolean;
}

function toPairKey({ sent, expected }: Child): string | undefined {
  return sent.kind === 'reference' && expected.kind === 'reference' ? `${sent.name} ${expected.name}` : undefined;
}

function isHole({ form }: Member): boolean {
  return form.kind === 'unknown' && form.hole;
}

function toUnion(members: readonly Member[]): TypeNode {
  return { kind: 'union', of: members.map(({ node }) => node) };
}

// Shown as it is written; a default that is no literal is shown as its JSON.
function toLiteral(value: Json): TypeNode {
  if (value === null) return { kind: 'null' };
  return { kind: 'literal', value: typeof value === 'object' ? JSON.stringify(value) : value };
}
