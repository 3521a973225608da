import { isRecord } from '../workspace/record.js';
import { groupByOutcome, type Situation } from './group-by-outcome.js';
import { toMarkdownTable } from './markdown-table.js';
import type { Source } from './read-source.js';

/** A run that told ten things, of which the first three are no longer kept. */
const RUN = { isOwn: true, lastNumber: 10, releasedNumber: 3, endNumber: undefined };

/** How the run stands that the position names, and the number in the position. */
const RUNS: Readonly<Record<string, { readonly run: object | undefined; readonly number: number }>> = {
  'the run is gone': { run: undefined, number: 5 },
  'of another principal, procedure or input': { run: { ...RUN, isOwn: false }, number: 5 },
  'beyond what the run told': { run: RUN, number: 11 },
  'what follows is kept': { run: RUN, number: 5 },
  'what follows is kept no longer': { run: RUN, number: 1 },
  'the end of the run': { run: { ...RUN, endNumber: 10 }, number: 10 },
};

/** How a server begins a subscription that names a position. */
export function describeResume(resume: Source, cursors: Source): string {
  const positions = (['', 'a tracked id'] as const).flatMap((tracked) =>
    Object.entries(RUNS).map(([state, { run, number }]): Situation => {
      const after = cursors.call('encodeCursor', 'r', number, tracked === '' ? undefined : 'id');
      return {
        features: [state, tracked === '' ? 'without a tracked id' : 'with a tracked id'],
        outcome: describeDecision(
          resume.call('decideResume', after, undefined, () => run),
          number < RUN.releasedNumber,
        ),
      };
    }),
  );
  const none: Situation = {
    features: ['no position', ''],
    outcome: describeDecision(
      resume.call('decideResume', undefined, undefined, () => undefined),
      false,
    ),
  };
  const unreadable: Situation = {
    features: ['no cursor of ours', ''],
    outcome: describeDecision(
      resume.call('decideResume', 'not ours', undefined, () => undefined),
      false,
    ),
  };
  const states = [...new Set(positions.map(({ features }) => features[0]))];
  const rows = [
    [none],
    [unreadable],
    ...states.map((state) => positions.filter(({ features }) => features[0] === state)),
  ].flatMap((situations) =>
    groupByOutcome(situations).map(({ when, outcome }) => [
      situations[0]?.features[0] ?? '',
      when,
      ...outcome.split('\t'),
    ]),
  );
  return toMarkdownTable(['position', 'when', 'the server', '`resumed`', 'gap'], rows);
}

function describeDecision(decision: unknown, hasLost: boolean): string {
  if (!isRecord(decision)) throw new Error('decideResume no longer returns a decision.');
  if (decision['kind'] === 'continue') {
    return hasLost
      ? 'goes on with the run, where events are kept again\tgap\ttrimmed'
      : 'goes on with the run, behind the position\trecovered\t';
  }
  const { resumed, lastEventId, gap } = decision;
  const how = lastEventId === undefined ? 'runs the procedure' : 'runs the procedure with `lastEventId`';
  return `${how}\t${String(resumed)}\t${typeof gap === 'string' ? gap : ''}`;
}
