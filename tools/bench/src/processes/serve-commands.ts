/** A question to a process, and its answer. */
export interface Question {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: string };

/** Answers the questions of the process that started this one, and ends with it. */
export function serveCommands(handlers: object): void {
  process.on('message', (question: Question) => {
    void answer(handlers, question).then((reply) => process.send?.(reply));
  });
  // An orderly exit, so that a CPU profile is written.
  process.on('disconnect', () => process.exit(0));
}

async function answer(handlers: object, { id, name, argument }: Question): Promise<Reply> {
  try {
    const handler: unknown = Reflect.get(handlers, name);
    if (typeof handler !== 'function') throw new TypeError(`There is no command "${name}".`);
    const result: unknown = await Reflect.apply(handler, handlers, [argument]);
    return { id, result };
  } catch (thrown) {
    return { id, problem: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}
