import type { ConnectionState } from './connect.js';

/** The connection in plain words, for somebody who does not know what a socket is. */
export interface ConnectionDescription {
  readonly tone: 'good' | 'busy' | 'bad';
  readonly label: string;
  /** One more sentence, shown where there is room. */
  readonly detail: string;
}

export interface ConnectionCircumstances {
  readonly now: number;
  /** What the browser says of its own network, which explains a loss better than a retry does. */
  readonly isBrowserOnline: boolean;
  /** Whether anything was ever there that could be lost. */
  readonly hasBeenConnected: boolean;
}

export function describeConnection(state: ConnectionState, about: ConnectionCircumstances): ConnectionDescription {
  const lost = about.hasBeenConnected ? 'Connection lost.' : 'No answer.';
  const detail = about.hasBeenConnected ? keptWhileAway : 'The Pulse server does not answer yet.';
  switch (state.name) {
    case 'idle':
      return { tone: 'busy', label: 'Connecting…', detail: 'The page is about to reach the Pulse server.' };
    case 'connecting':
      return about.hasBeenConnected || state.attempt > 1
        ? { tone: 'bad', label: `${lost} Trying again now…`, detail }
        : { tone: 'busy', label: 'Connecting…', detail: 'Reaching the Pulse server.' };
    case 'connected':
      return { tone: 'good', label: 'Live', detail: `Connected for ${inWords(about.now - state.since)}.` };
    case 'waiting': {
      if (!about.isBrowserOnline) {
        return { tone: 'bad', label: 'Offline', detail: 'This device has no network. The page goes on once it has.' };
      }
      const seconds = Math.max(1, Math.ceil((state.retryAt - about.now) / 1000));
      return { tone: 'bad', label: `${lost} Trying again in ${seconds} s`, detail };
    }
    case 'closed':
      return { tone: 'bad', label: 'Offline', detail: closedDetail(state.cause) };
    default:
      return unreachable(state);
  }
}

/** A stretch of time as one would say it: `8 s`, `3 min`, `2 h 5 min`, `4 d`. */
export function inWords(durationMs: number): string {
  const seconds = Math.max(0, Math.round(durationMs / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d`;
}

const keptWhileAway = 'What you see is the last that arrived. Missing samples are filled in when the server is back.';

function closedDetail(cause: Error | undefined): string {
  return cause ? `The connection was closed: ${cause.message}` : 'The connection was closed. Reload the page to go on.';
}

function unreachable(value: never): never {
  throw new Error(`Unknown connection state: ${JSON.stringify(value)}`);
}
