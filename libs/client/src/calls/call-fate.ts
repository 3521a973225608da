import { DRAINED_CODE } from '@trunkline/protocol';

/** What is known, when a connection ends, about the calls that were out on it. */
export type CallFate =
  /** They may have run: queries are sent again, and mutations where the server runs them once; other mutations fail. */
  | 'unknown'
  /** None of them ran: all are sent again. */
  | 'not-run'
  /** One of them is what broke the connection: none is sent again. */
  | 'fatal'
  /** The server said no to the whole connection: they and those that wait fail with its error. */
  | 'refused';

/** A message was too large for the server (RFC 6455, section 7.4.1). */
const TOO_LARGE_CODE = 1009;

/**
 * What a close with this code says about the calls that have no answer. Only a Trunkline server promises anything with a
 * code from the applications' range; there a stock server may mean what it likes.
 *
 * @param isWelcomed whether the answer to the hello had come, which leaves the server before anything is run. Where the
 * network cuts the connection it may have been on its way; a code of the server's own arrives behind it.
 */
export function decideCallFate(code: number, dialect: 'trunkline' | 'stock', isWelcomed: boolean): CallFate {
  if (dialect === 'trunkline' && (code === DRAINED_CODE || (code >= 4000 && !isWelcomed))) return 'not-run';
  return code === TOO_LARGE_CODE ? 'fatal' : 'unknown';
}
