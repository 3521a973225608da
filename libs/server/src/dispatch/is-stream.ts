/** Whether a query or mutation returned what only subscriptions can: a generator, or an observable. */
export function isStream(output: unknown): boolean {
  if (typeof output !== 'object' || output === null) return false;
  return Symbol.asyncIterator in output || ('subscribe' in output && typeof output.subscribe === 'function');
}
