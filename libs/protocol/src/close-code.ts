/** What a client does when the socket closes with a code. */
export type CloseAction =
  /** It does not come back by itself; its user is told why. */
  | 'stay-away'
  /** It comes back with growing, random pauses. */
  | 'back-off'
  /** It comes back at once, with a small random pause. */
  | 'return-at-once'
  /** It comes back after it has got new credentials. */
  | 'renew-credentials';

/** One close code: its number, its meaning, and who sends it. */
export interface CloseCodeEntry {
  readonly code: number;
  readonly sender: 'server' | 'client' | 'either';
  readonly meaning: string;
}

const entry = (code: number, sender: CloseCodeEntry['sender'], meaning: string): CloseCodeEntry => ({
  code,
  sender,
  meaning,
});

/** Every close code that Trunkline itself sends, by name. RFC 6455, section 7.4, leaves 4000–4999 to applications. */
export const CLOSE_CODES = {
  normal: entry(1000, 'either', 'Nothing more to say.'),
  restarting: entry(1012, 'server', 'The server stops or restarts.'),
  protocolViolated: entry(4000, 'server', 'The client broke the protocol in a way no answer can repair.'),
  versionUnsupported: entry(4001, 'server', 'None of the subprotocols that the client offered is served.'),
  forbidden: entry(4002, 'server', 'The client may not use this server.'),
  originRefused: entry(4003, 'server', 'A page of this origin may not connect.'),
  contextFailed: entry(4100, 'server', 'The server could not make a context for this connection.'),
  helloLate: entry(4101, 'server', 'The first message did not come in time.'),
  consumerTooSlow: entry(4103, 'server', 'The client does not read what it asked for.'),
  drained: entry(
    4200,
    'server',
    'The server stops. It has answered every call that it ran, so a call without an answer did not run.',
  ),
  unauthorized: entry(4300, 'server', 'Credentials are missing or not valid.'),
  abandoned: entry(3000, 'client', 'The client heard nothing for too long and has left this socket.'),
  serverViolated: entry(3001, 'client', 'The server broke the protocol.'),
  serverForeign: entry(3002, 'client', 'The other side is not a Trunkline server.'),
} as const satisfies Record<string, CloseCodeEntry>;

/** The name of a close code that Trunkline sends. */
export type CloseName = keyof typeof CLOSE_CODES;

/**
 * What a client does after a close with this code. Ranges decide, so that a code of a later version is understood by
 * an older client; of the codes of RFC 6455 those that say "your fault" are final, and all others mean: back off.
 */
export function decideCloseAction(code: number): CloseAction {
  if (code >= 4000 && code <= 4099) return 'stay-away';
  if (code >= 4200 && code <= 4299) return 'return-at-once';
  if (code >= 4300 && code <= 4399) return 'renew-credentials';
  if (code === 1002 || code === 1007 || code === 1008) return 'stay-away';
  return 'back-off';
}
