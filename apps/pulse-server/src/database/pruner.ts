import type { AlertRepository } from '../alerts/alert-repository.js';
import type { AlertWatch } from '../alerts/alert-watch.js';
import type { Clock } from '../clock.js';
import type { HostRepository } from '../hosts/host-repository.js';
import type { SampleRepository } from '../hosts/sample-repository.js';
import type { Limits } from '../limits.js';

type Parts = {
  readonly hosts: HostRepository;
  readonly samples: SampleRepository;
  readonly alerts: AlertRepository;
  readonly watch: AlertWatch;
  readonly clock: Clock;
  readonly limits: Limits;
};

/** Removes what has become too old or too much, so that the file stops growing. To be called every minute, in a transaction. */
export function prune({ hosts, samples, alerts, watch, clock, limits }: Parts): void {
  const now = clock.now();
  const before = (retentionMs: number) => new Date(now.getTime() - retentionMs);
  samples.removeOlderThan(before(limits.sampleRetentionMs));
  const forgottenBefore = before(limits.hostRetentionMs);
  for (const { id, lastSeenAt } of hosts.listHeard()) {
    samples.removeBeyond(id, limits.samplesPerHostCount);
    if (lastSeenAt < forgottenBefore) watch.forgetHost(id, now);
  }
  hosts.removeUnseenSince(forgottenBefore);
  alerts.removeResolvedBefore(before(limits.alertRetentionMs));
  alerts.removeKeysBefore(before(limits.keyRetentionMs));
  alerts.removeChangesBeyond(limits.alertChangeCount);
}
