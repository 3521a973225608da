/**
 * Where a server writes what it has to say: `console`, and what pino and most of its like give, are such loggers. Fields
 * come first, as pino takes them; an error is the field `err`.
 *
 * - `error`: something of the application went wrong: a procedure by accident (where there is no `onError`), or a hook.
 * - `warn`: a peer was refused or closed for what it did, or events were let go because it did not read.
 * - `info`: the server stops, and has stopped.
 * - `debug`: connections that open, are ready and close, and messages that break the protocol.
 *
 * There is no line for a call or an event, at any level: those are told to the hooks.
 */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** What a line is about, by name. */
export type LogFields = Readonly<Record<string, unknown>>;

/** How much a line matters. */
export type LogLevel = keyof Logger;
