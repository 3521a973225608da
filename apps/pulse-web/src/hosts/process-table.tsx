import type { StoredSample } from '@trunkline/pulse-client';
import { formatBytes, formatPercent } from '../charts/format-quantity.js';
import './process-table.css';

type Process = StoredSample['processes'][number];

/** The busiest processes of the newest sample. */
export function ProcessTable({ processes }: { readonly processes: readonly Process[] }) {
  const shown = processes.slice(0, 8);
  return (
    <section className="card process-card" aria-label="Busiest processes">
      <header className="card__head">
        <h3 className="card__title">Busiest processes</h3>
      </header>
      {shown.length === 0 ? (
        <p className="empty">No process is reported yet.</p>
      ) : (
        <table className="processes figures">
          <thead>
            <tr>
              <th scope="col">Process</th>
              <th scope="col" className="processes__user">
                User
              </th>
              <th scope="col" className="processes__number processes__pid">
                PID
              </th>
              <th scope="col" className="processes__number">
                CPU
              </th>
              <th scope="col" className="processes__number">
                Memory
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((process) => (
              <tr key={process.pid}>
                <td className="processes__name" title={process.name}>
                  {process.name}
                </td>
                <td className="processes__quiet processes__user">{process.user}</td>
                <td className="processes__number processes__quiet processes__pid">{process.pid}</td>
                <td className="processes__number">{formatPercent(process.cpuPercent)}</td>
                <td className="processes__number">{formatBytes(process.memoryBytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
