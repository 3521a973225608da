import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useConnection } from '@trunkline/react';
import { useSyncExternalStore } from 'react';
import { client } from './connect.js';
import { useConnectionHistory } from './connection-history.js';
import { describeConnection } from './describe-connection.js';
import { useNow } from './use-now.js';
import './connection.css';

const announcements = { good: 'Connected', busy: 'Connecting', bad: 'Not connected' } as const;

/** The connection's state in plain words; always in sight. */
export function ConnectionBadge() {
  const state = useConnection(client);
  const now = useNow();
  const { hasBeenConnected } = useConnectionHistory();
  const isBrowserOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const { tone, label, detail } = describeConnection(state, { now, isBrowserOnline, hasBeenConnected });
  return (
    <>
      <Tooltip label={detail} multiline maw={280} withArrow events={{ hover: true, focus: true, touch: true }}>
        <button type="button" className={`connection connection--${tone}`} data-connection={state.name}>
          <span className="connection__dot" aria-hidden />
          <span className="connection__label figures">{label}</span>
        </button>
      </Tooltip>
      {/* Told when it changes, without the seconds that are counted down. */}
      <VisuallyHidden role="status">{announcements[tone]}</VisuallyHidden>
    </>
  );
}

function subscribeToNetwork(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
