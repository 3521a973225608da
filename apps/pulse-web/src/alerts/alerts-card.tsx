import { Button, Skeleton } from '@mantine/core';
import { AlertRow } from './alert-row.js';
import { alertState, inOrderOfUrgency } from './alert-state.js';
import { useAlerts } from './use-alerts.js';
import './alerts.css';

/** Open, acknowledged and resolved alerts of all hosts, the urgent first. */
export function AlertsCard({ onShowHost }: { readonly onShowHost: (hostId: string) => void }) {
  const alerts = useAlerts();
  const openCount = alerts.data?.filter((alert) => alertState(alert) === 'open').length ?? 0;
  return (
    <section className="card" id="alerts" aria-label="Alerts">
      <header className="card__head">
        <h2 className="card__title">Alerts</h2>
        {alerts.data ? <span className="card__note">{openCount === 0 ? 'none open' : `${openCount} open`}</span> : null}
      </header>
      {alerts.data ? (
        <AlertList alerts={inOrderOfUrgency(alerts.data)} onShowHost={onShowHost} />
      ) : alerts.isError ? (
        <div className="empty" role="alert">
          <p>The alerts could not be read: {alerts.error.message}</p>
          <Button size="xs" variant="default" mt={12} onClick={() => void alerts.refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <div className="card__body" aria-busy="true">
          <Skeleton height={14} width="60%" />
          <Skeleton height={14} mt={10} />
        </div>
      )}
    </section>
  );
}

function AlertList({
  alerts,
  onShowHost,
}: {
  alerts: ReturnType<typeof inOrderOfUrgency>;
  onShowHost: (hostId: string) => void;
}) {
  if (alerts.length === 0) {
    return <p className="empty">All is quiet. An alert opens here when a rule below is broken.</p>;
  }
  return (
    <ul className="alerts">
      {alerts.map((alert) => (
        <AlertRow key={alert.id} alert={alert} onShowHost={onShowHost} />
      ))}
    </ul>
  );
}
