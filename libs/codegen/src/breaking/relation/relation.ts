import type { TypeNode } from '../../contract/type-node.js';
import type { RuleName } from '../rules.js';

/** What has to hold so that every value of one form, which is sent, fits another, which is expected. */
export interface Relation {
  readonly differences: readonly Difference[];
  readonly children: readonly Child[];
}

/** Why a value does not fit, or what else is worth telling. */
export interface Difference {
  readonly rule: RuleName;
  /** From where the two forms stand to where the difference is: `.limit`, or empty. */
  readonly step: string;
  readonly sent?: TypeNode;
  readonly expected?: TypeNode;
}

/** Two types within the two forms that have to fit as well. */
export interface Child {
  readonly step: string;
  readonly sent: TypeNode;
  readonly expected: TypeNode;
  /** Whether `undefined` has been thought of already, because a property may be left out. */
  readonly ignoresUndefined?: true;
}
