/**
 * Whether two JSON values say the same, in whatever order their members stand; a member that is undefined is as one that is
 * left out.
 */
export function isSameJson(left: unknown, right: unknown): boolean {
  return isSame(left, right, (name, at, names) => names[at] === name || names.includes(name));
}

/** As `isSameJson`, but in the same order too. */
export function isSameJsonText(left: unknown, right: unknown): boolean {
  return isSame(left, right, (name, at, names) => names[at] === name);
}

/** Whether a member of one object, which stands at a place there, has its like among the names of the other. */
type HasLike = (name: string, at: number, names: readonly string[]) => boolean;

function isSame(left: unknown, right: unknown, hasLike: HasLike): boolean {
  if (left === right) return true;
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false;
  const names = namesOf(left);
  const others = namesOf(right);
  return (
    names.length === others.length &&
    names.every((name, at) => hasLike(name, at, others) && isSame(left[name], right[name], hasLike))
  );
}

function namesOf(members: Members): readonly string[] {
  return Object.keys(members).filter((name) => members[name] !== undefined);
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}
