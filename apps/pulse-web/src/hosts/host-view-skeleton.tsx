import { Skeleton } from '@mantine/core';

/** The charts' places while their history is on its way, so that nothing jumps when it comes. */
export function HostViewSkeleton() {
  return (
    <div className="host-charts" aria-busy="true" aria-label="Loading the charts">
      {['CPU', 'Memory', 'Network', 'Load'].map((title) => (
        <div className="card metric-card" key={title}>
          <div className="metric-card__head">
            <span className="card__title">{title}</span>
            <Skeleton height={16} width={64} />
          </div>
          <Skeleton height={148} radius={6} />
        </div>
      ))}
    </div>
  );
}
