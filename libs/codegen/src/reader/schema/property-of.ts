type Named = Readonly<Record<string, unknown>>;

/** A property of an object or a function; undefined of anything else, and where there is none. */
export function propertyOf(value: unknown, name: string): unknown {
  return hasProperties(value) ? Reflect.get(value, name) : undefined;
}

/** A property that is a text; undefined for any other. */
export function textOf(value: unknown, name: string): string | undefined {
  const property = propertyOf(value, name);
  return typeof property === 'string' ? property : undefined;
}

/** Whether a value may have properties, which functions have too. */
export function hasProperties(value: unknown): value is Named {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
