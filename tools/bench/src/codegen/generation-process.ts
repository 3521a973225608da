import { compareFolder, type GenerateSettings, Generator, writeChanges } from '@trunkline/codegen';
import { serveCommands } from '../processes/serve-commands.js';
import type { GenerationCommands, GenerationReport, ProcessSettings } from './generation-commands.js';

let opened: Generator | undefined;
let steps: Record<string, number> = {};

// As the command line does it: what is written is what differs.
async function generate(changedFiles?: readonly string[]): Promise<GenerationReport> {
  if (opened === undefined) throw new Error('There is no generator; ask "open" first.');
  steps = {};
  const { files, problems } = await opened.generate(changedFiles);
  if (problems.length > 0) throw new Error(`There are ${problems.length} types that cannot be expressed.`);
  const madeAt = performance.now();
  const changes = await compareFolder(opened.outFolder, files);
  await writeChanges(opened.outFolder, changes);
  return { stepsMs: { ...steps, write: performance.now() - madeAt }, changedPaths: changes.map(({ path }) => path) };
}

const commands: GenerationCommands = {
  open({ settings, folder, isWatching }: ProcessSettings) {
    const given: GenerateSettings = settings;
    opened = new Generator(given, {
      cwd: folder,
      isWatching,
      onStep: ({ name, durationMs }) => {
        steps[name] = durationMs;
      },
    });
    return Promise.resolve();
  },
  generate,
  close() {
    opened?.close();
    return Promise.resolve();
  },
};

serveCommands(commands);
