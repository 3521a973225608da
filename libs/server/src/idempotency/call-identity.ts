import { hash } from 'node:crypto';
import type { Call, ClientIdentity, PayloadForm } from '@trunkline/protocol';

/**
 * On whose account a connection's mutations are recorded, and subscriptions kept: its principal's, else the client's own, which
 * draws its `instance` at random. The letter keeps the two apart.
 */
export function ownerOf(principal: string | null, client: ClientIdentity): string {
  return principal === null ? `c:${client.instance ?? ''}` : ownerOfPrincipal(principal);
}

export function ownerOfPrincipal(principal: string): string {
  return `p:${principal}`;
}

/** Whether an owner is a principal, and not just whoever knows the name of a client. */
export function isPrincipal(owner: string): boolean {
  return owner.startsWith('p:');
}

/** What every sending of one mutation has in common: whose it is, the procedure and the input, as it came. */
export function fingerprintOf(
  owner: string,
  { path, input }: Pick<Call, 'path' | 'input'>,
  payload: PayloadForm,
): string {
  return hash('sha256', JSON.stringify([owner, path, payload, input]), 'base64url');
}

/**
 * A name for one mutation that an application may keep: no other caller, procedure or input has the same, whatever key it chooses.
 *
 * @returns 43 characters of A-Z, a-z, 0-9, - and _.
 */
export function applicationKey(key: string, fingerprint: string): string {
  return hash('sha256', `${fingerprint}${key}`, 'base64url');
}
