/** Time as a page knows it. */
export interface PageClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs the action again and again; returns what stops it. */
  every(periodMs: number, action: () => void): () => void;
  /** Runs the action once, when the page is drawn next. */
  nextFrame(action: () => void): void;
}

/** A hidden page is drawn by nobody, and still keeps up, so that coming back to it shows no jump. */
const HIDDEN_FRAME_MS = 1000;

export const systemClock: PageClock = {
  now: () => Date.now(),
  every(periodMs, action) {
    const timer = setInterval(action, periodMs);
    return () => clearInterval(timer);
  },
  nextFrame(action) {
    const isDrawn = typeof requestAnimationFrame === 'function' && !document.hidden;
    if (isDrawn) requestAnimationFrame(action);
    else setTimeout(action, typeof document === 'undefined' ? 0 : HIDDEN_FRAME_MS);
  },
};
