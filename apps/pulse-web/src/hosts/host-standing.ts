import type { Host } from '@trunkline/pulse-client';

/** How a host stands, as far as this page can know. */
export interface HostStanding {
  readonly tone: 'good' | 'bad' | 'unknown';
  readonly label: string;
  /** Whether its numbers are of now. */
  readonly isCurrent: boolean;
}

export function hostStanding(host: Pick<Host, 'status'>, isConnected: boolean): HostStanding {
  if (!isConnected) return { tone: 'unknown', label: 'Unknown while the connection is away', isCurrent: false };
  return host.status === 'live'
    ? { tone: 'good', label: 'Reporting', isCurrent: true }
    : { tone: 'bad', label: 'Silent', isCurrent: false };
}
