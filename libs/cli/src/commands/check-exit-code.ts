/** How `generate`, `docs` and `breaking` end, for pipelines: found something is not the same as could not look. */
export const CHECK_EXIT_CODES = {
  /** All is as it should be. */
  fine: 0,
  /** Something was found: a stale client, a type that cannot be expressed, a change that breaks. */
  found: 1,
  /** It could not be looked at: the configuration, the router or a contract cannot be read. */
  unreadable: 2,
} as const satisfies Record<string, number>;

export type CheckExitCode = (typeof CHECK_EXIT_CODES)[keyof typeof CHECK_EXIT_CODES];
