/** Fails to compile when a switch has forgotten a case, and throws should one come all the same. */
export function unreachable(value: never): never {
  throw new Error(`A case was forgotten: ${JSON.stringify(value)}.`);
}
