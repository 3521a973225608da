import type { TypeNode } from '../../contract/type-node.js';
import { rules } from '../rules.js';
import type { Form, Member } from './form.js';
import { relateBuiltins } from './relate-builtins.js';
import { type ObjectSides, relateObjects } from './relate-objects.js';
import { fitting, relateScalars } from './relate-scalars.js';
import { relateSequences } from './relate-sequences.js';
import type { Child, Difference, Relation } from './relation.js';

/** Between which contracts types are compared. */
export interface RelationSides extends ObjectSides {
  /** Whether two transformers write the values, so that objects of the language's library may be what JSON makes of them. */
  readonly transformersDiffer: boolean;
}

/**
 * Says of two types whether every value of the one, which is sent, fits the other, which is expected. Pairs of types are taken
 * to fit until something says otherwise, so that types which contain themselves come to an end; what relied on a pair
 * that turns out not to fit is looked at once more. Nothing recurses, so that long chains of types are no matter.
 */
export class TypeRelation {
  readonly sides: RelationSides;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #numbers = new WeakMap<TypeNode, number>();
  readonly #waiting: Verdict[] = [];
  #count = 0;

  constructor(sides: RelationSides) {
    this.sides = sides;
  }

  /** Whether every value of the one type fits the other. */
  fits(sent: TypeNode, expected: TypeNode): boolean {
    return this.#settle(() => this.#holds({ step: '', sent, expected }));
  }

  /** Whether every value of one form of a type fits a form of another. */
  memberFits(sent: Member, expected: Member): boolean {
    return this.#settle(() => this.#memberHolds(sent.form, expected.form));
  }

  /** What has to hold so that every value of one form fits another; `undefined` where they have nothing to do with each other. */
  relate(sent: Form, expected: Form): Relation | undefined {
    // Only of forms that no one form says it is decided here whether they fit.
    let relation: Relation | undefined;
    this.#settle(() => {
      relation = this.#relate(sent, expected);
      return relation !== undefined;
    });
    return relation;
  }

  /** The name of a pair of types: the same for the same two nodes. */
  keyOf({ sent, expected, ignoresUndefined }: Child): string {
    return `${this.#numberOf(sent)} ${this.#numberOf(expected)}${ignoresUndefined === true ? ' ?' : ''}`;
  }

  /** Asks until the answer relies on nothing that has not been looked at. */
  #settle(ask: () => boolean): boolean {
    let answer = ask();
    while (this.#waiting.length > 0) {
      this.#lookAtWaiting();
      answer = ask();
    }
    return answer;
  }

  #lookAtWaiting(): void {
    for (let verdict = this.#waiting.pop(); verdict !== undefined; verdict = this.#waiting.pop()) {
      if (!verdict.holds || this.#childHolds(verdict.child, verdict)) continue;
      verdict.holds = false;
      this.#waiting.push(...verdict.reliedOnBy);
      verdict.reliedOnBy.clear();
    }
  }

  /** Whether a pair fits, as far as is known; `asker` is looked at once more should that turn out wrong. */
  #holds(child: Child, asker?: Verdict): boolean {
    const key = this.keyOf(child);
    let verdict = this.#verdicts.get(key);
    if (verdict === undefined) {
      verdict = { child, holds: true, reliedOnBy: new Set() };
      this.#verdicts.set(key, verdict);
      this.#waiting.push(verdict);
    }
    if (verdict.holds && asker !== undefined) verdict.reliedOnBy.add(asker);
    return verdict.holds;
  }

  #childHolds({ sent, expected, ignoresUndefined }: Child, asker: Verdict): boolean {
    const members = this.sides.expected.of(expected);
    return this.sides.sent
      .of(sent)
      .filter(({ form }) => ignoresUndefined !== true || form.kind !== 'undefined')
      .every((member) => this.#someHolds(member, members, asker));
  }

  #someHolds({ form: sent, node }: Member, expected: readonly Member[], asker: Verdict): boolean {
    // Most likely it is what has the same name, and then no other pair of types has to be looked at.
    const same = expected.find((member) => isSameReference(member.node, node));
    if (same !== undefined && this.#memberHolds(sent, same.form, asker)) return true;
    if (expected.some(({ form }) => this.#memberHolds(sent, form, asker))) return true;
    return (
      sent.kind === 'boolean' &&
      [true, false].every((value) => expected.some(({ form }) => form.kind === 'literal' && form.value === value))
    );
  }

  #memberHolds(sent: Form, expected: Form, asker?: Verdict): boolean {
    const relation = this.#relate(sent, expected, asker);
    if (relation === undefined || relation.differences.some(isMisfit)) return false;
    return relation.children.every((child) => this.#holds(child, asker));
  }

  #relate(sent: Form, expected: Form, asker?: Verdict): Relation | undefined {
    if (expected.kind === 'unknown') return fitting;
    if (expected.kind === 'all') {
      return expected.of.every((form) => this.#memberHolds(sent, form, asker)) ? fitting : undefined;
    }
    if (sent.kind === 'all') {
      return sent.of.some((form) => this.#memberHolds(form, expected, asker)) ? fitting : undefined;
    }
    if (this.sides.transformersDiffer && (isForeign(sent) || isForeign(expected))) return fitting;
    if (sent.kind === 'object' && expected.kind === 'object') return relateObjects(sent, expected, this.sides);
    if (sent.kind === 'sequence' && expected.kind === 'sequence') {
      return relateSequences(sent, expected, this.sides.direction);
    }
    if (sent.kind === 'builtin' && expected.kind === 'builtin') return relateBuiltins(sent, expected);
    return relateScalars(sent, expected, this.sides.direction, {
      sent: (node) => this.sides.sent.of(node).map(({ form }) => form),
      expected: (node) => this.sides.expected.of(node).map(({ form }) => form),
    });
  }

  #numberOf(node: TypeNode): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    this.#count += 1;
    this.#numbers.set(node, this.#count);
    return this.#count;
  }
}

/** What is known of a pair of types. */
interface Verdict {
  readonly child: Child;
  /** Once false, it stays so. */
  holds: boolean;
  readonly reliedOnBy: Set<Verdict>;
}

/** Whether a difference means that a value does not fit, rather than that it is taken in another way. */
export function isMisfit({ rule }: Difference): boolean {
  return rules[rule].category === 'wire' && rules[rule].level !== 'info' && rule !== 'INPUT_STRICT';
}

/** Whether two nodes are the same name. */
export function isSameReference(left: TypeNode, right: TypeNode): boolean {
  return left.kind === 'reference' && right.kind === 'reference' && left.name === right.name;
}

/** Whether a value is not what JSON has by itself. */
function isForeign({ kind }: Form): boolean {
  return kind === 'builtin' || kind === 'bigint' || kind === 'bigintLiteral' || kind === 'undefined';
}
