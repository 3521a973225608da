import { EventEmitter, on } from 'node:events';

export interface Note {
  readonly id: number;
  readonly author: string;
  readonly text: string;
  readonly writtenAt: Date;
}

/** The notes of one process, and news of them. */
export class Notes {
  readonly #notes: Note[] = [];
  readonly #news = new EventEmitter().setMaxListeners(0);

  list(): readonly Note[] {
    return this.#notes;
  }

  add(author: string, text: string): Note {
    const note = { id: this.#notes.length + 1, author, text, writtenAt: new Date() };
    this.#notes.push(note);
    this.#news.emit('note');
    return note;
  }

  /** Every note after the given one, and then each new one, until the signal aborts. */
  async *follow(afterId: number, signal: AbortSignal | undefined): AsyncGenerator<Note> {
    // Listening begins before reading, so that no note falls between the two.
    const news = on(this.#news, 'note', { signal });
    let position = afterId;
    for (;;) {
      for (const note of this.#notes.slice(position)) {
        position = note.id;
        yield note;
      }
      await news.next();
    }
  }
}
