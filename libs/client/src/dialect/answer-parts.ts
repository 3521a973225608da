import type { CallId } from '@trunkline/protocol';

/** Outputs of which pieces came, and not yet the response. */
export class AnswerParts {
  readonly #maxCharacters: number;
  readonly #pieces = new Map<CallId, string[]>();
  #characterCount = 0;

  /** @param maxCharacters UTF-16 units of JSON, of all outputs together. */
  constructor(maxCharacters: number) {
    this.#maxCharacters = maxCharacters;
  }

  /** Takes a piece. Returns false when all that is joined has become too much. */
  add(id: CallId, text: string): boolean {
    this.#characterCount += sizeOf(text);
    if (this.#characterCount > this.#maxCharacters) return false;
    const pieces = this.#pieces.get(id);
    if (pieces === undefined) this.#pieces.set(id, [text]);
    else pieces.push(text);
    return true;
  }

  /** The output, as parsed from the joined text; undefined when pieces are missing or it is no JSON. */
  join(id: CallId, partCount: number): { readonly output: unknown } | undefined {
    const pieces = this.#pieces.get(id) ?? [];
    this.drop(id);
    if (pieces.length !== partCount) return undefined;
    try {
      return { output: JSON.parse(pieces.join('')) };
    } catch {
      return undefined;
    }
  }

  /** Nobody waits for this output any more. */
  drop(id: CallId): void {
    for (const piece of this.#pieces.get(id) ?? []) this.#characterCount -= sizeOf(piece);
    this.#pieces.delete(id);
  }
}

// An empty piece takes room too.
function sizeOf(piece: string): number {
  return Math.max(1, piece.length);
}
