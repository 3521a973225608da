import type { ConnectionParams } from '@trunkline/protocol';

/** Where to connect and what to hand over there: as they are, or asked for anew for each connection. */
export interface TargetSettings {
  readonly url: string | (() => string | Promise<string>);
  readonly connectionParams: ConnectionParams | (() => ConnectionParams | Promise<ConnectionParams>);
}

export interface ConnectionTarget {
  readonly address: string;
  readonly params: ConnectionParams;
}

/** Asks for what is a function, each time. */
export class TargetSource {
  readonly #settings: TargetSettings;
  /** Credentials that somebody gave: they stand for those of the settings, unless these are asked for each time. */
  given: ConnectionParams | undefined;

  #question: object | undefined;

  constructor(settings: TargetSettings) {
    this.#settings = settings;
  }

  /** Asks, and tells the answer unless it was forgotten meanwhile. */
  ask(resolved: (target: ConnectionTarget) => void, failed: (cause: unknown) => void): void {
    const question = {};
    this.#question = question;
    this.resolve().then(
      (target) => question === this.#question && resolved(target),
      (cause: unknown) => question === this.#question && failed(cause),
    );
  }

  /** An unfinished question counts no more. */
  forget(): void {
    this.#question = undefined;
  }

  /** Rejects with what a function of the settings throws. */
  async resolve(): Promise<ConnectionTarget> {
    const { url, connectionParams } = this.#settings;
    return {
      address: typeof url === 'function' ? await url() : url,
      params: typeof connectionParams === 'function' ? await connectionParams() : (this.given ?? connectionParams),
    };
  }
}
