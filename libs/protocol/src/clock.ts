/** The one source of time for a library: real in use, fake in specs. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs the action once after the delay. The handle cancels it; cancelling twice or late does nothing. */
  schedule(delayMs: number, action: () => void): Cancel;
}

/** Takes back what was scheduled. */
export type Cancel = () => void;
