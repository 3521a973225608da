/** What happens once a store has answered, or could not. */
export interface StoreReply<Answer> {
  readonly done: (answer: Answer) => unknown;
  /** The store threw or rejected. */
  readonly failed: (thrown: unknown) => void;
}

/** Asks a store, and goes on in the same turn where it answers at once. */
export function askStore<Answer>(ask: () => Answer | Promise<Answer>, reply: StoreReply<Answer>): void {
  let answer: Answer | Promise<Answer>;
  try {
    answer = ask();
  } catch (thrown) {
    return reply.failed(thrown);
  }
  if (!(answer instanceof Promise)) return void reply.done(answer);
  answer.then(
    (later) => reply.done(later),
    (thrown: unknown) => reply.failed(thrown),
  );
}
