/** Ends a `switch` over a union: a new variant fails to compile here until somebody has thought of it. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
