/** Writes to the console what has nowhere else to go: the only place of this library that does. */
export function printError(sentence: string, error: unknown): void {
  // oxlint-disable-next-line no-console -- An application that wants errors elsewhere names `onError`.
  console.error(sentence, error);
}
