/**
 * The last tracked id, put into the input of a subscription as tRPC does (`input.lastEventId`), and whether anybody took
 * it from there. An input schema that does not name it strips it without a word, an array or a string has no place for it;
 * then the procedure begins anew, and only here can that be noticed.
 */
export class OfferedPosition {
  /** The input to run the procedure with. */
  readonly input: unknown;
  #wasTaken = false;

  constructor(input: unknown, lastEventId: string) {
    const take = (): string => {
      this.#wasTaken = true;
      return lastEventId;
    };
    this.input = hasPlace(input) ? withPosition(input, take) : input;
  }

  get wasTaken(): boolean {
    return this.#wasTaken;
  }

  /** Is told the input that reaches the resolver: a parser that hands its input on as it is reads nothing of it. */
  reached(input: unknown): void {
    if (typeof input === 'object' && input !== null && 'lastEventId' in input) this.#wasTaken = true;
  }
}

function hasPlace(input: unknown): input is object | null | undefined {
  return input === undefined || input === null || (typeof input === 'object' && !Array.isArray(input));
}

function withPosition(input: object | null | undefined, take: () => string): object {
  return {
    ...input,
    get lastEventId() {
      return take();
    },
  };
}
