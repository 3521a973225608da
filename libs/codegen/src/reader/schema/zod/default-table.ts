import type { Json } from '../../../contract/json.js';
import { exactJson } from '../exact-json.js';

interface Defaulted {
  readonly defaultValue: unknown;
}

/**
 * The defaults of schemas. zod makes a default anew each time it is asked, and does not tell whether by a function; one
 * that says the hour or a random id must not come into a contract, which is the same on every day.
 */
export class DefaultTable {
  readonly #values = new Map<Defaulted, Json | undefined>();
  readonly #changing: ReadonlySet<Defaulted>;

  /** @param changing those of which `findChanging` has said that they are not always the same. */
  constructor(changing: ReadonlySet<Defaulted> = new Set()) {
    this.#changing = changing;
  }

  /** Undefined where there is none, where it throws, and where JSON cannot say it. */
  valueOf(definition: Defaulted): Json | undefined {
    if (this.#changing.has(definition)) return undefined;
    if (!this.#values.has(definition)) this.#values.set(definition, evaluate(definition));
    return this.#values.get(definition);
  }

  /** Those that are not what they were before. */
  findChanging(): ReadonlySet<Defaulted> {
    const entries = [...this.#values].filter(([, value]) => value !== undefined);
    return new Set(
      entries
        .filter(([definition, value]) => JSON.stringify(evaluate(definition)) !== JSON.stringify(value))
        .map(([definition]) => definition),
    );
  }
}

function evaluate(definition: Defaulted): Json | undefined {
  try {
    return exactJson(definition.defaultValue);
  } catch {
    return undefined;
  }
}
