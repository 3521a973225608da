import type { RuleName } from '../rules.js';
import type { Direction } from './direction.js';
import type { Form, Member } from './form.js';

/** What became of the two types of which a form is left over. */
export interface LeftoverSituation {
  readonly direction: Direction;
  readonly sent: readonly Member[];
  readonly expected: readonly Member[];
  /** Whether any form other than null and undefined that is sent is meant to be one that is expected. */
  readonly isAnyMatched: boolean;
}

/** The rule that a form breaks which is sent and belongs to none that is expected. */
export function decideLeftoverRule({ form }: Member, situation: LeftoverSituation): RuleName {
  return situation.direction === 'input' ? decideForInput(form, situation) : decideForOutput(form, situation);
}

/** A client sends what the server no longer takes. */
function decideForInput(form: Form, { sent, expected, isAnyMatched }: LeftoverSituation): RuleName {
  if (form.kind === 'unknown') return form.hole ? 'TYPE_UNKNOWN' : 'INPUT_TYPE_NARROWED';
  if (isNothing(form)) return sent.length > 1 ? 'INPUT_MEMBER_REMOVED' : 'TYPE_CHANGED';
  if (!isValue(form) && expected.some((other) => isValue(other.form) && baseOf(other.form) === baseOf(form))) {
    return 'INPUT_TYPE_NARROWED';
  }
  if (form.kind === 'boolean' && expected.some((other) => baseOf(other.form) === 'boolean'))
    return 'INPUT_MEMBER_REMOVED';
  return isAnyMatched ? 'INPUT_MEMBER_REMOVED' : 'TYPE_CHANGED';
}

/** A server sends what the client does not expect. */
function decideForOutput(form: Form, { sent, expected, isAnyMatched }: LeftoverSituation): RuleName {
  if (form.kind === 'unknown') return form.hole ? 'TYPE_UNKNOWN' : 'TYPE_WIDENED';
  if (isNothing(form)) return sent.length > 1 ? 'OUTPUT_NULLABLE' : 'TYPE_CHANGED';
  const values = expected.filter((other) => !isNothing(other.form));
  if (!isValue(form) && values.some((other) => isValue(other.form) && baseOf(other.form) === baseOf(form))) {
    return 'LITERAL_WIDENED';
  }
  if (!isAnyMatched) return 'TYPE_CHANGED';
  const [only] = values;
  if (values.length > 1 || only === undefined) return 'OUTPUT_MEMBER_ADDED';
  return isValue(form) && isValue(only.form) ? 'LITERAL_WIDENED' : 'TYPE_WIDENED';
}

/** Whether a form is null or undefined. */
export function isNothing({ kind }: Form): boolean {
  return kind === 'null' || kind === 'undefined';
}

/** Whether a form is one value, or texts of one form. */
function isValue({ kind }: Form): boolean {
  return kind === 'literal' || kind === 'bigintLiteral' || kind === 'template';
}

function baseOf(form: Form): string {
  if (form.kind === 'literal') return typeof form.value;
  if (form.kind === 'bigintLiteral') return 'bigint';
  return form.kind === 'template' ? 'string' : form.kind;
}
