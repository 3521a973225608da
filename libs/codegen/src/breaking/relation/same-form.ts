import type { Form } from './form.js';

/** Whether two forms of one contract are written alike. Objects and lists are only where they are the same value. */
export function isSameForm(left: Form, right: Form): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind || isComposite(left)) return false;
  return print(left) === print(right);
}

function isComposite({ kind }: Form): boolean {
  return kind === 'object' || kind === 'sequence' || kind === 'all';
}

function print(form: Form): string {
  const members = Object.entries(form).filter(([name]) => !['doc', 'deprecated', 'default'].includes(name));
  return JSON.stringify(members.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
