import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Settings = {
  readonly url: string;
  readonly hostName: string;
  /** The id to report under, or null to keep one in `agentIdPath`. */
  readonly agentId: string | null;
  readonly agentIdPath: string;
};

/** Says which setting cannot be understood, and what it may be. */
export class SettingInvalid extends Error {
  override readonly name = 'SettingInvalid';
}

const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Reads `PULSE_URL`, `PULSE_HOST_NAME` and `PULSE_AGENT_ID`. Throws `SettingInvalid`. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  return {
    url: readUrl(environment['PULSE_URL'] || 'ws://localhost:4400/rpc'),
    hostName: (environment['PULSE_HOST_NAME'] || hostname() || 'unnamed host').slice(0, 128),
    agentId: readAgentId(environment['PULSE_AGENT_ID']),
    agentIdPath: resolve(workspaceRoot, '.pulse/agent-id'),
  };
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'ws:' || url?.protocol === 'wss:') return text;
  throw new SettingInvalid(`PULSE_URL is "${text}", but must be a WebSocket address such as ws://localhost:4400/rpc.`);
}

function readAgentId(text: string | undefined): string | null {
  if (!text) return null;
  if (/^[A-Za-z0-9._-]{1,64}$/.test(text)) return text;
  throw new SettingInvalid(
    `PULSE_AGENT_ID is "${text}", but must be 1 to 64 letters, digits, dots, dashes or underscores.`,
  );
}
