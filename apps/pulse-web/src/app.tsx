import type { Host } from '@trunkline/pulse-client';
import { useConnection } from '@trunkline/react';
import { useState } from 'react';
import { AlertsCard } from './alerts/alerts-card.js';
import { AppHeader } from './app-header.js';
import { client } from './connection/connect.js';
import { FirstConnection } from './connection/first-connection.js';
import { UpgradeNotice } from './connection/upgrade-notice.js';
import { HostFeed } from './hosts/host-feed.js';
import { HostList } from './hosts/host-list.js';
import { HostView } from './hosts/host-view.js';
import { NoHosts } from './hosts/no-hosts.js';
import { useHosts } from './hosts/use-hosts.js';
import { RulesCard } from './rules/rules-card.js';
import './app.css';

/** The whole page. */
export function App() {
  const hosts = useHosts();
  return (
    <>
      <AppHeader hosts={hosts.value} />
      <UpgradeNotice onReload={() => window.location.reload()} />
      {hosts.value ? (
        <Fleet hosts={hosts.value} />
      ) : (
        <FirstConnection error={hosts.status === 'failed' ? hosts.error : undefined} onRetry={hosts.restart} />
      )}
    </>
  );
}

function Fleet({ hosts }: { readonly hosts: readonly Host[] }) {
  const isConnected = useConnection(client).name === 'connected';
  const [chosenId, setChosenId] = useState<string | null>(null);
  const selected = hosts.find(({ id }) => id === chosenId) ?? hosts[0];
  return (
    <div className="fleet">
      {hosts.map((host) => (
        <HostFeed key={host.id} host={host} />
      ))}
      <aside className="fleet__hosts">
        <HostList hosts={hosts} selectedId={selected?.id ?? null} isConnected={isConnected} onSelect={setChosenId} />
      </aside>
      <main className="fleet__host">
        {selected ? <HostView key={selected.id} host={selected} isConnected={isConnected} /> : <NoHosts />}
      </main>
      <aside className="fleet__rail" aria-label="Alerts and rules">
        <AlertsCard onShowHost={setChosenId} />
        <RulesCard hosts={hosts} />
      </aside>
    </div>
  );
}
