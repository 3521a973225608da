import type { Host } from '@trunkline/pulse-server/schemas';
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
      <div className="host-list__head">
        <h2 className="host-list__title">Hosts</h2>
        <span className="host-list__columns" aria-hidden>
          <span>CPU</span>
          <span>Memory</span>
        </span>
      </div>
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
