import { CLOSE_CODES, decideCloseAction } from '@trunkline/protocol';

/**
 * Whether a client may come back here for what it subscribed to, by the code with which its connection closed. Who says
 * goodbye or is told to stay away does not, and from a server that stops a client goes elsewhere.
 */
export function mayResumeAfter(code: number): boolean {
  return !FINAL.has(code) && decideCloseAction(code) !== 'stay-away';
}

const FINAL: ReadonlySet<number> = new Set([
  CLOSE_CODES.normal.code,
  CLOSE_CODES.restarting.code,
  CLOSE_CODES.drained.code,
  CLOSE_CODES.revoked.code,
]);
