import type { Corpus } from './corpus.js';
import type { CoverageMap, CoverageMeter, Reached } from './coverage.js';

/** What is needed to follow coverage. */
export interface Guide {
  readonly corpus: Corpus;
  readonly meter: CoverageMeter;
  readonly map: CoverageMap;
}

/** Runs frames, and lets the corpus keep those that reach code that nothing had reached before. */
export function runGuided(
  frames: readonly string[],
  run: (frame: string) => void,
  { corpus, meter, map }: Guide,
): void {
  for (const frame of frames) run(frame);
  let wanted = map.add(meter.take());
  if (wanted === undefined) return;
  // Which of them it was is asked only now, because asking after every frame would take longer than the frames.
  for (const frame of frames) {
    run(frame);
    const left: Reached | undefined = withoutReached(wanted, meter.take());
    if (left !== wanted) corpus.keep([frame]);
    if (left === undefined) return;
    wanted = left;
  }
}

/** What is wanted still; the same object when nothing of it was reached, undefined when all of it was. */
function withoutReached(wanted: Reached, reached: Reached): Reached | undefined {
  const left = new Map(wanted);
  let isReached = false;
  for (const [url, marks] of wanted) {
    const now = reached.get(url);
    if (now === undefined || !marks.some((mark, place) => mark === 1 && now[place] === 1)) continue;
    isReached = true;
    const rest = marks.map((mark, place) => (now[place] === 1 ? 0 : mark));
    if (rest.includes(1)) left.set(url, rest);
    else left.delete(url);
  }
  if (!isReached) return wanted;
  return left.size === 0 ? undefined : left;
}
