// Storms over a real server and real clients, judged by the delivery checker: `npm run chaos -- --runs 200 --seed 7 --only cut,crash`.
import { parseArgs } from 'node:util';
import { isFaultName } from './fault-plan.js';
import { runMany } from './run-many.js';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string' }, only: { type: 'string' } },
});
const isOneSeed = values.seed !== undefined;
const firstSeed = readNumber('--seed', values.seed, Math.floor(Math.random() * 2 ** 31));
const runCount = readNumber('--runs', values.runs, isOneSeed ? 1 : 200);
const only = values.only?.split(',') ?? [];
for (const name of only) if (!isFaultName(name)) throw new RangeError(`--only names ${name}, which is no fault.`);

const isKept = await runMany({ firstSeed, runCount, only, tell: (line) => console.log(line) });
// What hangs would keep the process.
process.exit(isKept ? 0 : 1);

function readNumber(option: string, text: string | undefined, standard: number): number {
  const value = text === undefined ? standard : Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`${option} is ${text}; it must be a whole number of 0 or more.`);
}
