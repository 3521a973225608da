import type { TypeNode } from '../../../contract/type-node.js';
import type { SchemaProcedure, SchemaReading } from '../../reading.js';
import type { NamedText, ReadingReport } from './router-report.js';

/**
 * Reads one report after the other. What is told in the same words as the last time is the same object again, by which others
 * see that it did not change.
 */
export class ReportParser {
  #known: ReadonlyMap<string, unknown> = new Map();

  parse({ transformer, procedures, types }: ReadingReport): SchemaReading {
    const met = new Map<string, unknown>();
    const reading = {
      transformer,
      procedures: this.#parseAll<SchemaProcedure>(procedures, met),
      types: this.#parseAll<TypeNode>(types, met),
    };
    this.#known = met;
    return reading;
  }

  #parseAll<TValue>(entries: readonly NamedText[], met: Map<string, unknown>): Readonly<Record<string, TValue>> {
    const parsed = entries.map(([name, json]): [string, TValue] => {
      const value: unknown = this.#known.get(json) ?? met.get(json) ?? JSON.parse(json);
      met.set(json, value);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Our own code in the other process has written it.
      return [name, value as TValue];
    });
    return Object.fromEntries(parsed);
  }
}
