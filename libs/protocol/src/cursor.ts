/**
 * A position in a subscription, opaque to clients: `<run>.<number>` or `<run>.<number>~<tracked id>`. The run is the
 * random name of one life of a generator, the number counts its events from 1, and the tracked id is the last one that
 * the procedure gave with `tracked()`, so that an untracked event does not erase it.
 */
export interface Cursor {
  readonly run: string;
  readonly number: number;
  readonly trackedId?: string;
}

/** A longer cursor is refused: the client sends it back with every resume. */
export const MAX_CURSOR_CHARACTERS = 1024;

const CURSOR_PATTERN = /^([A-Za-z0-9_-]{1,32})\.(\d{1,15})(?:~([^]*))?$/;

/**
 * The text of a cursor, as it travels. A tracked id that would make it too long is left out: who resumes there is told
 * of a gap, instead of being refused.
 */
export function encodeCursor(run: string, number: number, trackedId: string | undefined): string {
  const position = `${run}.${number}`;
  if (trackedId === undefined || position.length + 1 + trackedId.length > MAX_CURSOR_CHARACTERS) return position;
  return `${position}~${trackedId}`;
}

/** The cursor that a text stands for; undefined when it is none. */
export function parseCursor(text: string): Cursor | undefined {
  if (text.length > MAX_CURSOR_CHARACTERS) return undefined;
  const match = CURSOR_PATTERN.exec(text);
  if (match === null) return undefined;
  const [, run = '', digits = '', trackedId] = match;
  return trackedId === undefined ? { run, number: Number(digits) } : { run, number: Number(digits), trackedId };
}
