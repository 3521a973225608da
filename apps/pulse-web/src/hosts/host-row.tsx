import type { Host } from '@trunkline/pulse-client';
import { memo, useMemo } from 'react';
import { formatPercent } from '../charts/format-quantity.js';
import { Sparkline } from '../charts/sparkline.js';
import { hostStanding } from './host-standing.js';
import { joinHistory } from './merge-points.js';
import { useLiveFeed } from './page-feeds.js';
import { pointsFromHistory } from './point.js';
import { StatusDot } from './status-dot.js';
import { shortestWindow } from './time-window.js';
import { useHistory } from './use-history.js';

interface HostRowProps {
  readonly host: Host;
  readonly isSelected: boolean;
  readonly isConnected: boolean;
  readonly onSelect: (hostId: string) => void;
}

const shownPointCount = 60;

export const HostRow = memo(function HostRow({ host, isSelected, isConnected, onSelect }: HostRowProps) {
  const feed = useLiveFeed(host.id);
  const history = useHistory(host.id, shortestWindow).data;
  const past = useMemo(() => (history ? pointsFromHistory(history, host.coreCount) : []), [history, host.coreCount]);
  const points = joinHistory(past.slice(-shownPointCount), feed.points.slice(-shownPointCount)).slice(-shownPointCount);
  const newest = feed.points.at(-1) ?? host.latest;
  const standing = hostStanding(host, isConnected);
  return (
    <li>
      <button
        type="button"
        className={`host-row${isSelected ? ' host-row--selected' : ''}${standing.isCurrent ? '' : ' host-row--stale'}`}
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => onSelect(host.id)}
      >
        <span className="host-row__name">
          <StatusDot tone={standing.tone} label={standing.label} />
          <span className="host-row__text">{host.name}</span>
        </span>
        <span className="host-row__metric">
          <span className="host-row__reading figures">
            <span className="host-row__label">CPU</span>
            <span>{newest ? formatPercent(newest.cpuPercent) : '–'}</span>
          </span>
          <Sparkline
            values={points.map((point) => point.cpuPercent)}
            slotCount={shownPointCount}
            color="var(--pulse-cpu)"
          />
        </span>
        <span className="host-row__metric">
          <span className="host-row__reading figures">
            <span className="host-row__label">Memory</span>
            <span>{newest ? formatPercent(newest.memoryPercent) : '–'}</span>
          </span>
          <Sparkline
            values={points.map((point) => point.memoryPercent)}
            slotCount={shownPointCount}
            color="var(--pulse-memory)"
          />
        </span>
      </button>
    </li>
  );
});
