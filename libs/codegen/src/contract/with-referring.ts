/**
 * These values, and all that refer to them, directly or not.
 *
 * @param references each value with those that it refers to.
 */
export function withReferring<T>(
  values: Iterable<T>,
  references: Iterable<readonly [value: T, targets: Iterable<T>]>,
): ReadonlySet<T> {
  const referring = new Map<T, T[]>();
  for (const [value, targets] of references) {
    for (const target of targets) {
      const known = referring.get(target);
      if (known === undefined) referring.set(target, [value]);
      else known.push(value);
    }
  }
  const reached = new Set(values);
  // A set that grows is walked to its new end.
  for (const value of reached) for (const other of referring.get(value) ?? []) reached.add(other);
  return reached;
}
