import type { Host } from '@trunkline/pulse-client';
import { OpenAlertsLink } from './alerts/open-alerts-link.js';
import { ConnectionBadge } from './connection/connection-badge.js';
import { ColorSchemeToggle } from './theme/color-scheme-toggle.js';

/** What is in sight wherever one scrolls: whose page it is, how the fleet stands, how the connection stands. */
export function AppHeader({ hosts }: { readonly hosts: readonly Host[] | undefined }) {
  return (
    <header className="app-header">
      <div className="app-header__brand">
        <svg viewBox="0 0 32 32" width={26} height={26} aria-hidden>
          <rect width={32} height={32} rx={8} fill="#2f6bff" />
          <path
            d="M6 17h5l3-8 4.5 14 3-6H26"
            fill="none"
            stroke="#fff"
            strokeWidth={2.6}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        <span className="app-header__name">Pulse</span>
        {hosts ? <span className="app-header__fleet figures">{fleetWords(hosts)}</span> : null}
      </div>
      <div className="app-header__end">
        <OpenAlertsLink />
        <ConnectionBadge />
        <ColorSchemeToggle />
      </div>
    </header>
  );
}

function fleetWords(hosts: readonly Host[]): string {
  const silentCount = hosts.filter(({ status }) => status === 'silent').length;
  const count = `${hosts.length} ${hosts.length === 1 ? 'host' : 'hosts'}`;
  return silentCount === 0 ? count : `${count}, ${silentCount} silent`;
}
