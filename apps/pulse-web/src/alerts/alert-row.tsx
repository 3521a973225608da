import { Button } from '@mantine/core';
import type { Alert } from '@trunkline/pulse-server/schemas';
import { inWords } from '../connection/describe-connection.js';
import { useNow } from '../connection/use-now.js';
import { metricWords } from '../rules/metric-words.js';
import { alertState } from './alert-state.js';
import { useAcknowledge } from './use-acknowledge.js';

interface AlertRowProps {
  readonly alert: Alert;
  readonly onShowHost: (hostId: string) => void;
}

const stateWords = { open: 'Open', acknowledged: 'Acknowledged', resolved: 'Resolved' } as const;

export function AlertRow({ alert, onShowHost }: AlertRowProps) {
  const now = useNow();
  const acknowledge = useAcknowledge();
  const state = alertState(alert);
  return (
    <li className={`alert alert--${state}`} data-alert-id={alert.id} data-alert-state={state}>
      <div className="alert__line">
        <span className={`alert__state alert__state--${state}`}>{stateWords[state]}</span>
        <span className="alert__age figures">{ageOf(alert, now)}</span>
      </div>
      <p className="alert__name">{alert.ruleName}</p>
      <div className="alert__line">
        <p className="alert__facts figures">
          <button type="button" className="alert__host" onClick={() => onShowHost(alert.hostId)}>
            {alert.hostName}
          </button>{' '}
          · {factsOf(alert)}
        </p>
        {state === 'open' ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => acknowledge.mutate({ alertId: alert.id })}
            loading={acknowledge.isPending}
            aria-label={`Acknowledge ${alert.ruleName} on ${alert.hostName}`}
          >
            Acknowledge
          </Button>
        ) : null}
      </div>
      {acknowledge.isError ? (
        <p className="problem" role="alert">
          Not acknowledged: {acknowledge.error.message}
        </p>
      ) : null}
    </li>
  );
}

function ageOf(alert: Alert, now: number): string {
  if (alert.resolvedAt) {
    return `after ${inWords(alert.resolvedAt.getTime() - alert.openedAt.getTime())}`;
  }
  return inWords(now - alert.openedAt.getTime());
}

function factsOf({ metric, value, acknowledgedBy }: Alert): string {
  const words = metricWords[metric];
  const measured = metric === 'silentSeconds' ? 'no samples' : `${words.name} ${words.format(value)}`;
  return acknowledgedBy ? `${measured} · seen by ${acknowledgedBy}` : measured;
}
