/**
 * The codes of errors that this client makes itself, each with what to do about it: for whoever wants to show or log it.
 * Messages do not repeat it, so a page that does not ask for it is not sent it. Errors of the server carry the server's own code; a deadline, a cancellation and a message that is too large have the same code on either side:
 * `TIMEOUT`, `CANCELLED`, `PAYLOAD_TOO_LARGE`.
 */
export const LOCAL_CODES = {
  SERVER_UNREACHABLE: 'Check the address and that the server runs.',
  CONNECT_TIMED_OUT: 'Check the address and the network, or raise the option connectTimeoutMs.',
  SETUP_FAILED: 'Correct the function given as url or connectionParams.',
  CONNECTION_CLOSED: 'The client comes back by itself while something needs it.',
  SERVER_SILENT:
    'The client comes back by itself while something needs it; the option keepAlive says how long it waits.',
  CONNECTION_LOST: 'It may or may not have run; find out before you call again.',
  CONNECTION_REFUSED: 'The server asks this client to stay away; it does not try again.',
  NOT_TRUNKLINE: "This server speaks tRPC's own protocol: use dialect: stock().",
  SERVER_VIOLATION: 'The server broke the protocol; compare the versions of both sides.',
  QUEUE_FULL: 'Wait for the connection, or raise the option maxQueuedCalls.',
  QUEUE_EXPIRED: 'Try again when the client is connected, or raise the option maxQueuedMs.',
  CLIENT_CLOSED: 'Make a new client.',
  INPUT_UNSENDABLE: 'Give an input that can travel as JSON, or use a transformer on both sides.',
  ANSWER_UNREADABLE: 'Use the same transformer on both sides.',
  EVENTS_MISSING: 'Read the current state anew and subscribe again, or handle gaps with { status: true } or onGap.',
} as const satisfies Record<string, string>;

/** The code of an error that this client made itself. */
export type LocalCode = keyof typeof LOCAL_CODES;
