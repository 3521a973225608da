import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Settings = {
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  readonly databasePath: string;
  /** The folder of the built page. */
  readonly pagePath: string;
};

/** Says which setting cannot be understood, and what it may be. */
export class SettingInvalid extends Error {
  override readonly name = 'SettingInvalid';
}

const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Reads `PORT`, `HOST` and `PULSE_DATABASE`. Relative paths are seen from the workspace's root. Throws `SettingInvalid`. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  return {
    port: readPort(environment['PORT']),
    // Nothing asks who is calling, so only this machine may call until somebody decides otherwise.
    host: environment['HOST'] || '127.0.0.1',
    databasePath: resolve(workspaceRoot, environment['PULSE_DATABASE'] || '.pulse/pulse.db'),
    pagePath: resolve(workspaceRoot, 'apps/pulse-web/dist'),
  };
}

function readPort(text: string | undefined): number {
  if (!text) return 4400;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new SettingInvalid(`PORT is "${text}", but must be a whole number from 0 to 65535 (0 takes any free port).`);
}
