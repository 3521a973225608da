import { type Case, nameOf } from '../variants/variant.js';
import type { Problem, ScenarioResults } from './results.js';

/** Collects a scenario's samples. A case that fails once is left out from then on, and said so. */
export class RowCollector {
  readonly #name: string;
  readonly #cases: readonly Case[];
  readonly #values = new Map<string, Map<string, number[]>>();
  readonly #problems = new Map<string, Problem>();

  constructor(name: string, cases: readonly Case[]) {
    this.#name = name;
    this.#cases = cases;
  }

  /** The cases that have not failed. */
  get healthyCases(): readonly Case[] {
    return this.#cases.filter((each) => !this.#problems.has(nameOf(each)));
  }

  add(each: Case, sample: Readonly<Record<string, number>>): void {
    const values = this.#values.get(nameOf(each)) ?? new Map<string, number[]>();
    this.#values.set(nameOf(each), values);
    for (const [metric, value] of Object.entries(sample)) {
      // More digits would only make the file differ from run to run.
      values.set(metric, [...(values.get(metric) ?? []), Number(value.toPrecision(5))]);
    }
  }

  /** Runs something for a case; what it throws becomes the case's problem. */
  async attempt(each: Case, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (thrown) {
      this.fail(each, thrown);
    }
  }

  fail(each: Case, thrown: unknown): void {
    const name = nameOf(each);
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
