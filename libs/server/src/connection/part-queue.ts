import { type CallId, encodePart, encodeParted, findPartEnd } from '@trunkline/protocol';

/** A long output on its way to a client that takes it in pieces. */
export interface PartedAnswer {
  readonly id: CallId;
  /** JSON text of the output. */
  readonly text: string;
  /** Whether it was given before, to an earlier sending of the same call. */
  readonly isReplayed: boolean;
  /** Called once: the response has been handed over, or nobody is there any more to have it. */
  onDone(): void;
}

interface Entry {
  readonly answer: PartedAnswer;
  position: number;
  partCount: number;
}

/** Long answers of one connection, cut into pieces that take turns: none waits for another to be through. */
export class PartQueue {
  readonly #entries: Entry[] = [];
  #pendingCharacters = 0;

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** What has not been handed over yet, in UTF-16 units. */
  get pendingCharacters(): number {
    return this.#pendingCharacters;
  }

  add(answer: PartedAnswer): void {
    this.#entries.push({ answer, position: 0, partCount: 0 });
    this.#pendingCharacters += answer.text.length;
  }

  /** Hands the next frame to `send`; the last of an answer is its response. */
  sendNext(send: (frame: string) => void): void {
    const entry = this.#entries.shift();
    if (entry === undefined) return;
    const { answer, position } = entry;
    const { id, text, isReplayed } = answer;
    if (position === text.length) {
      send(encodeParted(id, entry.partCount, isReplayed));
      return answer.onDone();
    }
    const end = findPartEnd(text, position);
    entry.position = end;
    entry.partCount += 1;
    this.#pendingCharacters -= end - position;
    this.#entries.push(entry);
    send(encodePart(id, text.slice(position, end)));
  }

  /** Nobody is there any more. */
  drop(): void {
    this.#pendingCharacters = 0;
    for (const { answer } of this.#entries.splice(0)) answer.onDone();
  }
}
