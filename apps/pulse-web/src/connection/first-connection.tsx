import { Loader } from '@mantine/core';
import { useConnectionHistory } from './connection-history.js';
import './connection.css';

/** What stands in place of the page until the server has answered for the first time. */
export function FirstConnection() {
  const { hasFailed } = useConnectionHistory();
  if (!hasFailed) {
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
