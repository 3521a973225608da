import { Button, SegmentedControl } from '@mantine/core';
import type { Host } from '@trunkline/pulse-client';
import { useState } from 'react';
import { inWords } from '../connection/describe-connection.js';
import { OutageNotice } from '../connection/outage-notice.js';
import { useNow } from '../connection/use-now.js';
import { DiskBars } from './disk-bars.js';
import { HostCharts } from './host-charts.js';
import { hostStanding } from './host-standing.js';
import { HostViewSkeleton } from './host-view-skeleton.js';
import { InterfaceList } from './interface-list.js';
import { useLiveFeed } from './page-feeds.js';
import { ProcessTable } from './process-table.js';
import { StatusDot } from './status-dot.js';
import { shortestWindow, type TimeWindow, timeWindows } from './time-window.js';
import { useFrame } from './use-frame.js';
import './host-view.css';

interface HostViewProps {
  readonly host: Host;
  readonly isConnected: boolean;
}

/** Everything about one host. */
export function HostView({ host, isConnected }: HostViewProps) {
  const [window, setWindow] = useState<TimeWindow>(shortestWindow);
  const frame = useFrame(host, window);
  const { latest } = useLiveFeed(host.id);
  const standing = hostStanding(host, isConnected);
  return (
    <div className={`host-view${standing.isCurrent ? '' : ' host-view--stale'}`}>
      <header className="host-view__head">
        <div className="host-view__who">
          <h1 className="host-view__name">
            {host.name} <StatusDot tone={standing.tone} label={standing.label} />
          </h1>
          <HostFacts host={host} />
        </div>
        <SegmentedControl
          size="xs"
          aria-label="How much of the past the charts show"
          data={timeWindows.map(({ label }) => label)}
          value={window.label}
          onChange={(label) => setWindow(timeWindows.find((candidate) => candidate.label === label) ?? shortestWindow)}
        />
      </header>
      <OutageNotice times={frame.points.map(({ time }) => time)} reachMs={frame.reachMs} />
      {frame.error ? (
        <div className="card empty" role="alert">
          <p>The past of this host could not be read: {frame.error.message}</p>
          <Button size="xs" variant="default" mt={12} onClick={frame.reload}>
            Try again
          </Button>
        </div>
      ) : null}
      {frame.isLoading ? <HostViewSkeleton /> : <HostCharts host={host} latest={latest} frame={frame} />}
      <div className="host-view__details">
        <ProcessTable processes={latest?.processes ?? []} />
        <div className="host-view__stack">
          <DiskBars disks={latest?.disks ?? []} />
          <InterfaceList networks={latest?.networks ?? []} />
        </div>
      </div>
    </div>
  );
}

function HostFacts({ host }: { readonly host: Host }) {
  const now = useNow();
  const facts = [
    host.distribution || host.platform,
    `${host.coreCount} ${host.coreCount === 1 ? 'core' : 'cores'}`,
    host.architecture,
    host.cpuModel,
    `up ${inWords(now - host.bootedAt.getTime())}`,
    host.status === 'silent' ? `last heard ${inWords(now - host.lastSeenAt.getTime())} ago` : '',
  ];
  return <p className="host-view__facts figures">{facts.filter((fact) => fact !== '').join(' · ')}</p>;
}
