/**
 * Writes positions in a log as the event ids that clients keep, and reads them back. An id names the database it came
 * from, because after a fresh start the same number means another event.
 */
export class EventIds {
  readonly #epoch: string;

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  write(position: number): string {
    return `${this.#epoch}.${position}`;
  }

  /** The position, or null for an id that is missing, malformed, of another database, or ahead of `newestPosition`. */
  read(eventId: string | null | undefined, newestPosition: number): number | null {
    const match = /^([a-z0-9]+)\.(\d{1,15})$/.exec(eventId ?? '');
    if (!match || match[1] !== this.#epoch) return null;
    const position = Number(match[2]);
    return position <= newestPosition ? position : null;
  }
}
