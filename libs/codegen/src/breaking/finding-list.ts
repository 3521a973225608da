import { compareText } from '../contract/canonical.js';
import type { TypeNode } from '../contract/type-node.js';
import type { Finding } from './finding.js';
import { printType } from './print-type.js';
import type { Direction } from './relation/direction.js';
import type { Account } from './relation/explanation.js';
import { type Level, type RuleName, rules } from './rules.js';

/** What a finding is made of. */
export interface FindingParts {
  readonly rule: RuleName;
  readonly procedures: readonly string[];
  readonly type?: string | undefined;
  readonly position?: string;
  readonly before?: string;
  readonly after?: string;
}

/** Collects findings; what has one cause is one of them, with all the procedures that it concerns. */
export class FindingList {
  readonly #findings = new Map<string, Collected>();
  readonly #accounts = new Map<Account, CollectedAccount>();

  add(parts: FindingParts): void {
    const { rule, procedures, type, position = '', before = '', after = '' } = parts;
    // A place in a procedure is its own cause, one in a type is the same for all who use it.
    const owner = type === undefined ? procedures.join(' ') : '';
    const key = JSON.stringify([rule, owner, type, position, before, after]);
    const known = this.#findings.get(key) ?? { parts, procedures: new Set() };
    this.#findings.set(key, known);
    for (const path of procedures) known.procedures.add(path);
  }

  /** Adds what was found in types. */
  addAccounts(accounts: readonly Account[], procedures: readonly string[], direction: Direction): void {
    for (const account of accounts) {
      const known = this.#accounts.get(account) ?? { direction, procedures: new Set() };
      this.#accounts.set(account, known);
      for (const path of procedures) known.procedures.add(path);
    }
  }

  /** All of them, the worst first, then by procedure and place. */
  list(): readonly Finding[] {
    for (const [account, { direction, procedures }] of this.#accounts)
      this.#addAccount(account, direction, [...procedures]);
    this.#accounts.clear();
    return [...this.#findings.values()]
      .map(toFinding)
      .toSorted(
        (left, right) =>
          severity[left.level] - severity[right.level] ||
          compareText(left.procedures.join(' '), right.procedures.join(' ')) ||
          compareText(left.position, right.position) ||
          compareText(left.rule, right.rule),
      );
  }

  #addAccount({ name, type, differences }: Account, direction: Direction, procedures: readonly string[]): void {
    for (const { rule, step, sent, expected } of differences) {
      const [before, after] = direction === 'input' ? [sent, expected] : [expected, sent];
      const position = `${name}${step}`;
      this.add({ rule, procedures, type, position, before: toText(before), after: toText(after) });
    }
  }
}

/** A finding, while procedures are added to it. */
interface Collected {
  readonly parts: FindingParts;
  readonly procedures: Set<string>;
}

/** Who uses the types of an account. */
interface CollectedAccount {
  readonly direction: Direction;
  readonly procedures: Set<string>;
}

function toFinding({ parts, procedures }: Collected): Finding {
  const { rule, type, position = '', before = '', after = '' } = parts;
  const { level, category, means } = rules[rule];
  return {
    rule,
    level,
    category,
    procedures: [...procedures].toSorted(compareText),
    ...(type === undefined ? {} : { type }),
    position,
    before,
    after,
    message: means,
  };
}

const severity: Readonly<Record<Level, number>> = { breaking: 0, risky: 1, info: 2 };

function toText(node: TypeNode | undefined): string {
  return node === undefined ? '' : printType(node);
}
