import { Button } from '@mantine/core';
import type { Alert } from '@trunkline/pulse-client';
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
  if (state === 'resolved') return <ResolvedAlert alert={alert} now={now} onShowHost={onShowHost} />;
  return (
    <li className={`alert alert--${state}`} data-alert-id={alert.id} data-alert-state={state}>
      <div className="alert__line">
        <span className={`alert__state alert__state--${state}`}>{stateWords[state]}</span>
        <span className="alert__age figures">{inWords(now - alert.openedAt.getTime())}</span>
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

/** What is over is told in one line. */
function ResolvedAlert({ alert, now, onShowHost }: AlertRowProps & { readonly now: number }) {
  const resolvedAt = alert.resolvedAt?.getTime() ?? now;
  const lasted = `Lasted ${inWords(resolvedAt - alert.openedAt.getTime())}`;
  return (
    <li className="alert alert--resolved" data-alert-id={alert.id} data-alert-state="resolved">
      <span className="alert__state alert__state--resolved">Resolved</span>
      <span className="alert__past" title={`${alert.ruleName} on ${alert.hostName}. ${lasted}.`}>
        {alert.ruleName} ·{' '}
        <button type="button" className="alert__host" onClick={() => onShowHost(alert.hostId)}>
          {alert.hostName}
        </button>
      </span>
      <span className="alert__age figures" title={lasted}>
        {inWords(now - resolvedAt)} ago
      </span>
    </li>
  );
}

function factsOf({ metric, value, acknowledgedBy }: Alert): string {
  const words = metricWords[metric];
  const measured = metric === 'silentSeconds' ? 'no samples' : `${words.name} ${words.format(value)}`;
  return acknowledgedBy ? `${measured} · seen by ${acknowledgedBy}` : measured;
}
