import { Button, Loader } from '@mantine/core';
import { useConnection } from '@trunkline/react';
import { client } from './connect.js';
import { useConnectionHistory } from './connection-history.js';
import './connection.css';

interface FirstConnectionProps {
  /** Why the server refused to say which hosts there are; undefined while it has not answered. */
  readonly error: { readonly message: string } | undefined;
  readonly onRetry: () => void;
}

/** What stands in place of the page until the server has answered for the first time. */
export function FirstConnection({ error, onRetry }: FirstConnectionProps) {
  const { hasFailed } = useConnectionHistory();
  const isConnected = useConnection(client).name === 'connected';
  if (isConnected && error) {
    return (
      <main className="first-connection">
        <h1>The hosts could not be read</h1>
        <p>{error.message}</p>
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      </main>
    );
  }
  if (isConnected || !hasFailed) {
    return (
      <main className="first-connection" aria-busy="true">
        <Loader size={22} />
        <p>Reaching the Pulse server…</p>
      </main>
    );
  }
  return (
    <main className="first-connection">
      <h1>The Pulse server does not answer</h1>
      <p>
        This page shows live metrics that come from <code>{window.location.host}</code>, and nothing there answers yet.
        Start it with <code>npm start</code>, or check its address. The page connects by itself as soon as it can.
      </p>
    </main>
  );
}
