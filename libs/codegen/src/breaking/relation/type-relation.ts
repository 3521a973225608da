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
 * Says of two types whether every value of the one, which is sent, fits the other, which is expected. Pairs of types that
 * are being compared are taken to fit, so that types which contain themselves come to an end.
 */
export class TypeRelation {
  readonly sides: RelationSides;
  readonly #known = new Map<string, boolean>();
  readonly #numbers = new WeakMap<TypeNode, number>();
  #count = 0;

  constructor(sides: RelationSides) {
    this.sides = sides;
  }

  /** Whether every value of the one type fits the other. */
  fits(sent: TypeNode, expected: TypeNode): boolean {
    return this.#holds({ step: '', sent, expected }, new Set());
  }

  /** Whether every value of one form of a type fits a form of another. */
  memberFits(sent: Member, expected: Member): boolean {
    return this.#memberHolds(sent.form, expected.form, new Set());
  }

  /** What has to hold so that every value of one form fits another; `undefined` where they have nothing to do with each other. */
  relate(sent: Form, expected: Form): Relation | undefined {
    return this.#relate(sent, expected, new Set());
  }

  /** The name of a pair of types: the same for the same two nodes. */
  keyOf({ sent, expected, ignoresUndefined }: Child): string {
    return `${this.#numberOf(sent)} ${this.#numberOf(expected)}${ignoresUndefined === true ? ' ?' : ''}`;
  }

  #holds(child: Child, assumed: Set<string>): boolean {
    const key = this.keyOf(child);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (assumed.has(key)) return true;
    const isOutermost = assumed.size === 0;
    assumed.add(key);
    const expected = this.sides.expected.of(child.expected);
    const holds = this.sides.sent
      .of(child.sent)
      .filter(({ form }) => child.ignoresUndefined !== true || form.kind !== 'undefined')
      .every(({ form }) => this.#someHolds(form, expected, assumed));
    // That a pair does not fit stays true whatever was assumed; that it fits, only when nothing is assumed any more.
    if (!holds) this.#known.set(key, false);
    else if (isOutermost) for (const proven of assumed) this.#known.set(proven, true);
    return holds;
  }

  #someHolds(sent: Form, expected: readonly Member[], assumed: Set<string>): boolean {
    if (expected.some(({ form }) => this.#memberHolds(sent, form, assumed))) return true;
    return (
      sent.kind === 'boolean' &&
      [true, false].every((value) => expected.some(({ form }) => form.kind === 'literal' && form.value === value))
    );
  }

  #memberHolds(sent: Form, expected: Form, assumed: Set<string>): boolean {
    // What is assumed on a way that turns out wrong is not proven by a way that turns out right.
    const attempt = new Set(assumed);
    const relation = this.#relate(sent, expected, attempt);
    if (relation === undefined || relation.differences.some(isMisfit)) return false;
    if (!relation.children.every((child) => this.#holds(child, attempt))) return false;
    for (const key of attempt) assumed.add(key);
    return true;
  }

  #relate(sent: Form, expected: Form, assumed: Set<string>): Relation | undefined {
    if (expected.kind === 'unknown') return fitting;
    if (expected.kind === 'all') {
      return expected.of.every((form) => this.#memberHolds(sent, form, assumed)) ? fitting : undefined;
    }
    if (sent.kind === 'all') {
      return sent.of.some((form) => this.#memberHolds(form, expected, assumed)) ? fitting : undefined;
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

/** Whether a difference means that a value does not fit, rather than that it is taken in another way. */
export function isMisfit({ rule }: Difference): boolean {
  return rules[rule].category === 'wire' && rules[rule].level !== 'info' && rule !== 'INPUT_STRICT';
}

/** Whether a value is not what JSON has by itself. */
function isForeign({ kind }: Form): boolean {
  return kind === 'builtin' || kind === 'bigint' || kind === 'bigintLiteral' || kind === 'undefined';
}
