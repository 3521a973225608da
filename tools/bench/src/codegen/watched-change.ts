import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Sample } from '../scenarios/scenario.js';
import { areasOf } from './areas.js';
import type { CodegenScenario } from './codegen-scenario.js';
import type { CodegenWorkspace } from './codegen-workspace.js';
import { pathOfArea } from './router-sources.js';
import { checkRouter, wholeGeneration } from './whole-generation.js';

/** From a change of one file of procedures to the files that are made of it, while the generator is kept open. */
export const watchedChange: CodegenScenario = {
  ...wholeGeneration,
  name: 'codegen-watch',
  title: 'After a change to one file, the generator kept open, and a type check of the same router',
  cases: [
    { name: 'tsc', title: '`tsc --noEmit` (TypeScript 7)' },
    { name: 'trunkline', title: 'generating again' },
  ],
  async open(workspace) {
    const outFolder = join(workspace.folder, 'watched');
    const generator = await workspace.openGenerator(outFolder, true);
    const leaf = new LeafFile(workspace);
    const measureChange = async (): Promise<Sample> => {
      leaf.change();
      const startedAt = performance.now();
      const { stepsMs, changedPaths } = await generator.ask('generate', [leaf.path]);
      const whole = performance.now() - startedAt;
      if (!changedPaths.includes('src/types.ts')) throw new Error(`The change did not arrive in ${outFolder}.`);
      return { whole, ...stepsMs };
    };
    await generator.ask('generate');
    // To be warm, as in the middle of a day.
    for (let change = 0; change < WARM_UP_CHANGES; change += 1) {
      await setTimeout(PAUSE_MS);
      await measureChange();
    }
    return {
      async measure(caseName) {
        await setTimeout(PAUSE_MS);
        return caseName === 'tsc' ? checkRouter(workspace) : measureChange();
      },
      async close() {
        leaf.restore();
        await generator.ask('close');
        await generator.end();
      },
    };
  },
};

/** Between two changes that a person makes there is longer; what the generator makes ready for the next, it does meanwhile and beside nothing else that is measured. */
const PAUSE_MS = 2000;

const WARM_UP_CHANGES = 4;

/** A file that nothing but the router imports. */
class LeafFile {
  readonly path: string;
  readonly #text: string;
  #changeCount = 0;

  constructor({ routerFolder, size }: CodegenWorkspace) {
    const area = areasOf(size.procedureCount).at(-1);
    if (area === undefined) throw new Error('A router without procedures has no file to change.');
    this.path = realpathSync(join(routerFolder, pathOfArea(area)));
    this.#text = readFileSync(this.path, 'utf8');
  }

  /** An input, an inferred output and an interface get another member. */
  change(): void {
    this.#changeCount += 1;
    const text = this.#text
      .replace('z.object({ id: z.string().uuid(),', `$& change${this.#changeCount}: z.string().optional(),`)
      .replace('{ id: input.id,', `$& change${this.#changeCount}: new Date(),`)
      .replace('count: number;', `$& change${this.#changeCount}: boolean;`);
    writeFileSync(this.path, text);
  }

  restore(): void {
    writeFileSync(this.path, this.#text);
  }
}
