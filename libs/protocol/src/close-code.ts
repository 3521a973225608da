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

/** How each side ends a conversation that is over. */
export const NORMAL_CODE = 1000;
/** The server has answered every call that it ran, and stops: a call without an answer did not run. */
export const DRAINED_CODE = 4200;
/** The client leaves a server that broke the protocol. */
export const SERVER_VIOLATED_CODE = 3001;
/** The client leaves a server that is none of ours. */
export const SERVER_FOREIGN_CODE = 3002;

/**
 * Every close code that Trunkline itself sends, by name. RFC 6455, section 7.4, leaves 4000–4999 to applications. A client
 * names the few that it needs by themselves, so that a page is not sent the table.
 */
export const CLOSE_CODES = {
  normal: { code: NORMAL_CODE, sender: 'either', meaning: 'Nothing more to say.' },
  restarting: { code: 1012, sender: 'server', meaning: 'The server stops or restarts.' },
  protocolViolated: {
    code: 4000,
    sender: 'server',
    meaning: 'The client broke the protocol in a way no answer can repair.',
  },
  versionUnsupported: {
    code: 4001,
    sender: 'server',
    meaning: 'None of the subprotocols that the client offered is served.',
  },
  forbidden: { code: 4002, sender: 'server', meaning: 'The client may not use this server.' },
  originRefused: { code: 4003, sender: 'server', meaning: 'A page of this origin may not connect.' },
  contextFailed: { code: 4100, sender: 'server', meaning: 'The server could not make a context for this connection.' },
  helloLate: { code: 4101, sender: 'server', meaning: 'The first message did not come in time.' },
  tooManyConnections: {
    code: 4102,
    sender: 'server',
    meaning: 'As many connections as one address may have are open.',
  },
  consumerTooSlow: { code: 4103, sender: 'server', meaning: 'The client does not read what it asked for.' },
  tooManyMessages: {
    code: 4104,
    sender: 'server',
    meaning: 'The client goes on sending far more than it was told it may.',
  },
  drained: {
    code: DRAINED_CODE,
    sender: 'server',
    meaning: 'The server stops. It has answered every call that it ran, so a call without an answer did not run.',
  },
  unauthorized: { code: 4300, sender: 'server', meaning: 'Credentials are missing or not valid.' },
  credentialsExpired: {
    code: 4301,
    sender: 'server',
    meaning: 'The credentials have ended, and no new ones came in time.',
  },
  revoked: { code: 4302, sender: 'server', meaning: 'The server has withdrawn what the credentials allowed.' },
  abandoned: {
    code: 3000,
    sender: 'client',
    meaning: 'The client heard nothing for too long and has left this socket.',
  },
  serverViolated: { code: SERVER_VIOLATED_CODE, sender: 'client', meaning: 'The server broke the protocol.' },
  serverForeign: { code: SERVER_FOREIGN_CODE, sender: 'client', meaning: 'The other side is not a Trunkline server.' },
} as const satisfies Record<string, CloseCodeEntry>;

/** The name of a close code that Trunkline sends. */
export type CloseName = keyof typeof CLOSE_CODES;

/**
 * What a client does after a close with this code. Ranges decide, so that a code of a later version is understood by
 * an older client; of the codes of RFC 6455 only the one that says "not with you" is final. Bytes that arrived broken (1002,
 * 1007) say nothing about the next connection.
 */
export function decideCloseAction(code: number): CloseAction {
  if (code >= 4000 && code <= 4099) return 'stay-away';
  if (code >= 4200 && code <= 4299) return 'return-at-once';
  if (code >= 4300 && code <= 4399) return 'renew-credentials';
  if (code === 1008) return 'stay-away';
  return 'back-off';
}
