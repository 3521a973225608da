import type { StoredSample } from '@trunkline/pulse-client';
import { formatBytes, formatPercent } from '../charts/format-quantity.js';
import './disk-bars.css';

type Disk = StoredSample['disks'][number];

/** How full each mounted file system is. */
export function DiskBars({ disks }: { readonly disks: readonly Disk[] }) {
  return (
    <section className="card" aria-label="Disks">
      <header className="card__head">
        <h3 className="card__title">Disks</h3>
        <span className="card__note">{disks.length > 0 ? 'used' : ''}</span>
      </header>
      {disks.length === 0 ? (
        <p className="empty">No disk is reported.</p>
      ) : (
        <ul className="disks">
          {disks.map((disk) => (
            <DiskBar key={`${disk.mount} ${disk.fileSystem}`} disk={disk} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DiskBar({ disk }: { readonly disk: Disk }) {
  const percent = disk.totalBytes > 0 ? (disk.usedBytes / disk.totalBytes) * 100 : 0;
  const fullness = percent >= 90 ? ' disk__fill--full' : '';
  return (
    <li className="disk">
      <div className="disk__words figures">
        <span className="disk__mount" title={`${disk.mount} (${disk.fileSystem})`}>
          {disk.mount}
        </span>
        <span className="disk__size">
          {formatBytes(disk.usedBytes)} of {formatBytes(disk.totalBytes)}
        </span>
        <span className="disk__percent">{formatPercent(percent)}</span>
      </div>
      <div className="disk__bar" aria-hidden>
        <span className={`disk__fill${fullness}`} style={{ width: `${Math.min(100, percent)}%` }} />
      </div>
    </li>
  );
}
