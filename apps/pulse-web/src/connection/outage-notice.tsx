import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useConnectionHistory } from './connection-history.js';
import { describeOutage } from './describe-outage.js';
import { type Outage, outageCost } from './outage.js';
import { useNow } from './use-now.js';
import './connection.css';

interface OutageNoticeProps {
  /** When the selected host was measured, in order. */
  readonly times: readonly number[];
  readonly reachMs: number;
}

const shownForMs = 30_000;

/** After an interruption: how long it was, what was filled in and what is missing. Goes by itself. */
export function OutageNotice({ times, reachMs }: OutageNoticeProps) {
  const { outage } = useConnectionHistory();
  const now = useNow();
  const [dismissed, setDismissed] = useState<Outage | null>(null);
  const isRecent = outage?.restoredAt != null && now - outage.restoredAt < shownForMs;
  const words =
    outage && isRecent && outage !== dismissed ? describeOutage(outage, outageCost(outage, times, reachMs, now)) : null;
  // The region stays when it is empty, because screen readers announce only what changes inside a known one.
  return (
    <div role="status" className="outage-notice">
      {words ? (
        <div className="outage-notice__body figures">
          <span>{words}</span>
          <CloseButton size="sm" aria-label="Dismiss" onClick={() => setDismissed(outage)} />
        </div>
      ) : null}
    </div>
  );
}
