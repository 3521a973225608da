import type { Generation } from '@trunkline/codegen';
import type { ClientGenerator } from './client-outcome.js';

const contract: Generation['contract'] = { trunkline: 1, transformer: 'none', procedures: {}, types: {} };

/** A generator that gives what a spec says, or throws it. */
export class FakeGenerator implements ClientGenerator {
  readonly outFolder: string;
  next: Partial<Generation> | Error = {};

  constructor(outFolder: string) {
    this.outFolder = outFolder;
  }

  async generate(): Promise<Generation> {
    if (this.next instanceof Error) throw this.next;
    return { contract, problems: [], warnings: [], files: [], ...this.next };
  }

  sourceFolders(): readonly string[] {
    return [];
  }

  close(): void {}
}
