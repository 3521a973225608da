/** How a command ends, for scripts. A command that was interrupted before it was done ends with 128 and the signal's number. */
export const EXIT_CODES = {
  /** Done. */
  done: 0,
  /** A wrong command, option or input; or a check found something. */
  usage: 1,
  /** No connection, or it was lost. */
  connection: 2,
  /** The procedure answered with an error. */
  procedure: 3,
  /** Ctrl-C before there was an answer. */
  interrupted: 130,
} as const satisfies Record<string, number>;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];
