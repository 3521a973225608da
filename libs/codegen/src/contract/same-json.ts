/**
 * Whether two JSON values say the same, in whatever order their members stand; a member that is undefined is as one that is
 * left out.
 */
export function isSameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false;
  const names = namesOf(left);
  return (
    names.length === namesOf(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSameJson(left[name], right[name]))
  );
}

/** As `isSameJson`, but in the same order too. */
export function isSameJsonText(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false;
  const names = Object.keys(left);
  const others = Object.keys(right);
  return (
    names.length === others.length &&
    names.every((name, at) => name === others[at] && isSameJsonText(left[name], right[name]))
  );
}

function namesOf(members: Members): readonly string[] {
  return Object.keys(members).filter((name) => members[name] !== undefined);
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}
