import type { Host } from '@trunkline/pulse-client';
import { HostRow } from './host-row.js';
import './host-list.css';

interface HostListProps {
  readonly hosts: readonly Host[];
  readonly selectedId: string | null;
  readonly isConnected: boolean;
  readonly onSelect: (hostId: string) => void;
}

/** The fleet: one row for each host, the selected one marked. */
export function HostList({ hosts, selectedId, isConnected, onSelect }: HostListProps) {
  return (
    <nav className="host-list" aria-label="Hosts">
      <h2 className="host-list__title">Hosts</h2>
      <ul className="host-list__rows">
        {hosts.map((host) => (
          <HostRow
            key={host.id}
            host={host}
            isSelected={host.id === selectedId}
            isConnected={isConnected}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </nav>
  );
}
