import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Says why this agent has no id, and what to do. */
export class AgentIdUnusable extends Error {
  override readonly name = 'AgentIdUnusable';
}

/** The id under which this host is known to the server for good; made at the first start. Throws `AgentIdUnusable`. */
export function readOrMakeAgentId(path: string): string {
  const id = readExisting(path) ?? make(path);
  if (/^[A-Za-z0-9._-]{1,64}$/.test(id)) return id;
  throw new AgentIdUnusable(
    `The file ${path} does not hold an agent id. Remove it, and a new one is made; or set PULSE_AGENT_ID.`,
  );
}

function readExisting(path: string): string | null {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
  } catch (error) {
    throw unusable(path, 'read', error);
  }
}

function make(path: string): string {
  const id = randomUUID();
  try {
    if (!existsSync(dirname(path))) mkdirSync(dirname(path));
    writeFileSync(path, `${id}\n`);
    return id;
  } catch (error) {
    throw unusable(path, 'written', error);
  }
}

function unusable(path: string, what: 'read' | 'written', cause: unknown): AgentIdUnusable {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AgentIdUnusable(
    `The agent id in ${path} cannot be ${what} (${reason}). Make the file accessible, or set PULSE_AGENT_ID.`,
    { cause },
  );
}
