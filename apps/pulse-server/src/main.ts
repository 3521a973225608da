import { DatabaseUnusable } from './database/open-database.js';
import { ListenFailed } from './http/listen.js';
import { readSettings, SettingInvalid } from './settings.js';
import { startPulse } from './start-pulse.js';

try {
  const settings = readSettings(process.env);
  const pulse = await startPulse(settings);
  console.log(
    `Pulse is at http://localhost:${pulse.port} (WebSocket at /rpc, health at /healthz, data in ${settings.databasePath}).`,
  );

  const stop = (signal: NodeJS.Signals) => {
    console.log(`Pulse stops (${signal}).`);
    pulse.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('Pulse could not stop cleanly:', error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (error instanceof DatabaseUnusable || error instanceof ListenFailed || error instanceof SettingInvalid) {
    console.error(error.message);
    process.exit(1);
  }
  throw error;
}
