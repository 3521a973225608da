import { TypeReader } from '../reader/compiler/type-reader.js';
import type { CompilerReading } from '../reader/reading.js';
import type { GeneratePlan } from './plan.js';

/** Reads a router's types, with the compiler and the configuration that turn out to work, and keeps them for the next time. */
export class TypeSource {
  readonly #plan: GeneratePlan;
  readonly #warn: (warning: string) => void;
  #reader: TypeReader | undefined;
  #isWhole = false;

  /** @param warn is told when the compiler that would be faster cannot be used. */
  constructor(plan: GeneratePlan, warn: (warning: string) => void) {
    this.#plan = plan;
    this.#warn = warn;
  }

  /** @param changedFiles all that changed since the last time; left out where that is not known. */
  async read(changedFiles?: readonly string[]): Promise<CompilerReading> {
    const reader = (this.#reader ??= await this.#open());
    const isWhole = this.#isWhole;
    // After a reading that failed it is not known what the reader still knows.
    this.#isWhole = false;
    const reading = reader.read(isWhole ? changedFiles : undefined);
    this.#isWhole = true;
    return reading;
  }

  /** The application's own files that the router's project is made of; empty before the first reading. */
  files(): readonly string[] {
    return this.#reader?.files() ?? [];
  }

  /** The router's modules that do not depend on these files, in the order of their evaluation; none where that is not known. */
  modulesApartFrom(files: Iterable<string>): readonly string[] {
    return this.#reader?.modulesApartFrom(files) ?? [];
  }

  close(): void {
    this.#reader?.close();
    this.#reader = undefined;
  }

  async #open(): Promise<TypeReader> {
    const { compiler = 'auto' } = this.#plan.settings;
    if (compiler !== 'auto') return this.#openWith(compiler);
    try {
      return await this.#openWith('native');
    } catch (error) {
      const reader = await this.#openWith('classic');
      const reason = error instanceof Error ? error.message : String(error);
      this.#warn(`TypeScript 7 cannot be started, so TypeScript 6 reads the types, which takes longer: ${reason}`);
      return reader;
    }
  }

  async #openWith(engine: 'native' | 'classic'): Promise<TypeReader> {
    const { routerPath, exportName, tsconfigPaths } = this.#plan;
    for (const tsconfigPath of tsconfigPaths) {
      const reader = await TypeReader.open({ tsconfigPath, routerPath, exportName, engine });
      if (reader.files().includes(routerPath)) return reader;
      reader.close();
    }
    throw new TypeError(
      `${routerPath} belongs to none of ${tsconfigPaths.join(', ')}; name the configuration that includes it with the option tsconfig.`,
    );
  }
}
