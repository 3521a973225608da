import type { StoredSample } from '@trunkline/pulse-client';
import { formatBytesPerSecond } from '../charts/format-quantity.js';
import './interface-list.css';

type Network = StoredSample['networks'][number];

const shownCount = 5;

/** What goes over each network interface now, the busiest first. */
export function InterfaceList({ networks }: { readonly networks: readonly Network[] }) {
  const busiest = networks.toSorted((a, b) => trafficOf(b) - trafficOf(a)).slice(0, shownCount);
  return (
    <section className="card" aria-label="Network interfaces">
      <header className="card__head">
        <h3 className="card__title">Network interfaces</h3>
        <span className="card__note">{busiest.length > 0 ? 'in, out' : ''}</span>
      </header>
      {busiest.length === 0 ? (
        <p className="empty">No interface is reported.</p>
      ) : (
        <ul className="interfaces figures">
          {busiest.map((network) => (
            <li className="interface" key={network.name}>
              <span className="interface__name" title={network.name}>
                {network.name}
              </span>
              <span className="interface__rate">{formatBytesPerSecond(network.receivedBytesPerSecond)}</span>
              <span className="interface__rate">{formatBytesPerSecond(network.sentBytesPerSecond)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function trafficOf(network: Network): number {
  return network.receivedBytesPerSecond + network.sentBytesPerSecond;
}
