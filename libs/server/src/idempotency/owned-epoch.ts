import { hash } from 'node:crypto';

/**
 * The epoch as it travels: that of the store, and whose it is. One that was told to somebody else proves nothing, because the
 * store vouches to each owner for what that owner sent.
 */
export function writeEpoch(storeEpoch: string | null, owner: string): string | undefined {
  return storeEpoch === null ? undefined : `${storeEpoch}~${tagOf(owner)}`;
}

/** The store's part of an epoch that came back; null when it is nobody's, or somebody else's. */
export function readEpoch(epoch: string | null, owner: string): string | null {
  const end = `~${tagOf(owner)}`;
  return epoch?.endsWith(end) ? epoch.slice(0, -end.length) : null;
}

function tagOf(owner: string): string {
  return hash('sha256', owner, 'base64url').slice(0, 12);
}
