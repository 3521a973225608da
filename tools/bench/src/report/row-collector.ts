import type { Problem, ScenarioResults } from './results.js';

/** Collects a scenario's samples. A case that fails once is left out from then on, and said so. */
export class RowCollector<TCase> {
  readonly #name: string;
  readonly #cases: readonly TCase[];
  readonly #nameOf: (each: TCase) => string;
  readonly #values = new Map<string, Map<string, number[]>>();
  readonly #problems = new Map<string, Problem>();

  constructor(name: string, cases: readonly TCase[], nameOf: (each: TCase) => string) {
    this.#name = name;
    this.#cases = cases;
    this.#nameOf = nameOf;
  }

  /** The cases that have not failed. */
  get healthyCases(): readonly TCase[] {
    return this.#cases.filter((each) => !this.#problems.has(this.#nameOf(each)));
  }

  add(each: TCase, sample: Readonly<Record<string, number>>): void {
    const name = this.#nameOf(each);
    const values = this.#values.get(name) ?? new Map<string, number[]>();
    this.#values.set(name, values);
    for (const [metric, value] of Object.entries(sample)) {
      // More digits would only make the file differ from run to run.
      values.set(metric, [...(values.get(metric) ?? []), Number(value.toPrecision(5))]);
    }
  }

  /** Runs something for a case; what it throws becomes the case's problem. */
  async attempt(each: TCase, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (thrown) {
      this.fail(each, thrown);
    }
  }

  fail(each: TCase, thrown: unknown): void {
    const name = this.#nameOf(each);
    if (this.#problems.has(name)) return;
    this.#problems.set(name, { case: name, message: thrown instanceof Error ? thrown.message : String(thrown) });
  }

  finish(): ScenarioResults {
    const rows = [...this.#values]
      .filter(([name]) => !this.#problems.has(name))
      .map(([name, values]) => ({ case: name, values: Object.fromEntries(values) }));
    return { name: this.#name, rows, problems: [...this.#problems.values()] };
  }
}
