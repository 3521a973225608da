/** Why a value could not be turned into wire text, or wire text into a value. A value, not an error: nobody throws it. */
export class PayloadFailure {
  /** Where in the value, as one would write it in code: `orders[3].total`. Empty for the value itself, or if unknown. */
  readonly path: string;
  /** What is wrong there and what to do, as the rest of a sentence: `a bigint has no JSON form; use …`. */
  readonly reason: string;

  constructor(path: string, reason: string) {
    this.path = path;
    this.reason = reason;
  }

  /** Path and reason in one line, ready for an error's message. */
  get message(): string {
    return this.path === '' ? this.reason : `${this.path}: ${this.reason}`;
  }
}

/** Enough of a message to understand it. A peer can make a message quote a megabyte of its own. */
const maxReasonLength = 300;

/** What a thrown value says, cut to a bearable length, without ever throwing itself. */
export function thrownReason(thrown: unknown): string {
  try {
    // An error's message is a string by its type only.
    const message: unknown = thrown instanceof Error ? thrown.message : thrown;
    const said = String(message);
    return said.length > maxReasonLength ? `${said.slice(0, maxReasonLength)}…` : said;
  } catch {
    return 'something that cannot be shown was thrown';
  }
}
