import type { Form, Member, ObjectForm } from './form.js';
import type { TypeMembers } from './type-members.js';
import { isSameReference, type TypeRelation } from './type-relation.js';

/** Which forms of one type belong to which of another, as far as any do. */
export interface Matching {
  readonly pairs: readonly Pair[];
  /** Forms that are sent and that belong to none that is expected. */
  readonly left: readonly Member[];
}

/** A form that is sent and the one that it is measured by. */
export interface Pair {
  readonly sent: Member;
  readonly expected: Member;
}

/**
 * Finds for each form that is sent the one that it is meant to be: one that it fits, else the most alike of those to which
 * nothing else belongs, told apart by their literals first and by their properties then.
 */
export function matchMembers(sent: readonly Member[], expected: readonly Member[], relation: TypeRelation): Matching {
  const pairs: Pair[] = [];
  const unfit: Member[] = [];
  const stray = new Map<Member, Member>();
  for (const member of sent) {
    const best = findFitting(member, expected, relation);
    if (best === undefined) {
      if (!isSpelledOut(member.form, expected)) unfit.push(member);
    } else if (isStray(member, best, expected, relation)) {
      unfit.push(member);
      stray.set(member, best);
    } else pairs.push({ sent: member, expected: best });
  }
  const left: Member[] = [];
  const isAlone = unfit.filter(isObject).length === 1 && expected.filter(isObject).length === 1;
  for (const member of unfit) {
    const taken = new Set(pairs.map((pair) => pair.expected));
    const free = expected.filter((candidate) => !taken.has(candidate) || isOnlyOfItsKind(candidate, sent, expected));
    const alike = free.filter((candidate) => isAlike(member, candidate, relation, isAlone));
    const best = pickBest(member, alike, relation) ?? stray.get(member);
    if (best === undefined) left.push(member);
    else pairs.push({ sent: member, expected: best });
  }
  return { pairs, left };
}

function findFitting(member: Member, expected: readonly Member[], relation: TypeRelation): Member | undefined {
  const same = expected.find(({ node, brand }) => isSameReference(node, member.node) && brand === member.brand);
  if (same !== undefined && relation.memberFits(member, same)) return same;
  return pickBest(
    member,
    expected.filter((candidate) => relation.memberFits(member, candidate)),
    relation,
  );
}

/** Whether an object fits another only because that one asks for nothing, while there is one that it resembles. */
function isStray(sent: Member, expected: Member, all: readonly Member[], relation: TypeRelation): boolean {
  if (!isObject(sent) || !isObject(expected) || likeness(sent, expected, relation) > 0) return false;
  return all.some((other) => isObject(other) && likeness(sent, other, relation) > 0);
}

/** `boolean` fits `true | false`. */
function isSpelledOut({ kind }: Form, expected: readonly Member[]): boolean {
  const values = expected.map(({ form }) => (form.kind === 'literal' ? form.value : undefined));
  return kind === 'boolean' && values.includes(true) && values.includes(false);
}

// Of texts or numbers there is but one that another could have been meant to be.
function isOnlyOfItsKind({ form }: Member, sent: readonly Member[], expected: readonly Member[]): boolean {
  const isSingle = (members: readonly Member[]) =>
    members.filter((member) => member.form.kind === form.kind).length === 1;
  return form.kind !== 'object' && form.kind !== 'literal' && isSingle(expected) && isSingle(sent);
}

function isObject({ form }: Member): boolean {
  return form.kind === 'object';
}

function isAlike(sent: Member, expected: Member, relation: TypeRelation, isAlone: boolean): boolean {
  if (sent.form.kind === 'object' && expected.form.kind === 'object') {
    return isAlone || likeness(sent, expected, relation) > 0;
  }
  return relation.relate(sent.form, expected.form) !== undefined;
}

function pickBest(member: Member, candidates: readonly Member[], relation: TypeRelation): Member | undefined {
  let best: Member | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score = likeness(member, candidate, relation) + sameness(member, candidate, relation);
    if (score > most) [best, most] = [candidate, score];
  }
  return best;
}

/** More than any likeness where the two are written alike, and where nothing is to be told of them. */
function sameness(sent: Member, expected: Member, relation: TypeRelation): number {
  const isBrandKept = expected.brand === undefined || sent.brand === expected.brand;
  const notes = relation.relate(sent.form, expected.form)?.differences.length ?? 1;
  const isWrittenAlike = relation.sides.sent.print(sent.node) === relation.sides.expected.print(expected.node);
  return (isBrandKept ? 64 : 0) + (notes === 0 ? 32 : 0) + (isWrittenAlike ? 32 : 0);
}

/** How much two forms have in common; 0 where their literals say that they are different things. */
function likeness(sent: Member, expected: Member, { sides }: TypeRelation): number {
  const hasSameName = isSameReference(sent.node, expected.node);
  if (sent.form.kind !== 'object' || expected.form.kind !== 'object') {
    return (hasSameName ? 4 : 0) + (sent.form.kind === expected.form.kind ? 2 : 1);
  }
  const score = compareProperties(sent.form, expected.form, sides);
  return score === 'apart' ? 0 : score + (hasSameName ? 4 : 0);
}

/** The share of properties that both have, and 8 more for a literal that both have. */
function compareProperties(
  sent: ObjectForm,
  expected: ObjectForm,
  sides: { readonly sent: TypeMembers; readonly expected: TypeMembers },
): number | 'apart' {
  const shared = [...sent.properties.keys()].filter((name) => expected.properties.has(name));
  let tags = 0;
  for (const name of shared) {
    const own = literalsOf(sent, name, sides.sent);
    const other = literalsOf(expected, name, sides.expected);
    if (own === undefined || other === undefined) continue;
    if (!own.some((value) => other.includes(value))) return 'apart';
    tags += 1;
  }
  const all = Math.max(sent.properties.size, expected.properties.size, 1);
  const bothAnonymous = sent.properties.size === 0 && expected.properties.size === 0 ? 1 : 0;
  return shared.length / all + bothAnonymous + tags * 8;
}

/** The literals that a property may be; `undefined` where it may be anything else. */
export function literalsOf(form: ObjectForm, name: string, members: TypeMembers): readonly Literal[] | undefined {
  const property = form.properties.get(name);
  if (property === undefined || property.optional) return undefined;
  const forms = members.of(property.type).map((member) => member.form);
  const values = forms.flatMap((literal) => (literal.kind === 'literal' ? [literal.value] : []));
  return values.length === forms.length && values.length > 0 ? values : undefined;
}

type Literal = string | number | boolean;
