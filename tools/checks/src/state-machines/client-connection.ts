import { isRecord } from '../workspace/record.js';
import { groupByOutcome, type Situation } from './group-by-outcome.js';
import { toMarkdownTable } from './markdown-table.js';
import { namesOfUnion, type Source } from './read-source.js';

const cause = new Error('A reason.');

/** Every phase, each in the forms that a decision may look at. A phase that is missing here is found. */
const PHASES: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  idle: { '': {} },
  resolving: coveredOrNot({ attempt: 1 }),
  opening: coveredOrNot({ attempt: 1 }),
  greeting: coveredOrNot({ attempt: 1 }),
  waiting: coveredOrNot({ attempt: 2, retryAt: 0, cause }),
  ready: {
    'held for 5 s': { attempt: 0, since: 0 },
    'newer than 5 s': { attempt: 1, since: 0 },
    'newer than 5 s, like the one before': { attempt: 2, since: 0 },
  },
  closing: { '': {} },
  closed: { '': {} },
};

/** Events that carry something, by what the table calls them. Those that are mere names are read from the source. */
const NEWS: Readonly<Record<string, object>> = {
  superseded: { supersededBecause: cause },
  'credentials refused': { refusal: cause },
  'credentials taken': { refusal: undefined },
  'lost, to back off': { action: 'back-off', cause },
  'lost, to return at once': { action: 'return-at-once', cause },
  'lost, to renew credentials': { action: 'renew-credentials', cause },
  'lost, to stay away': { action: 'stay-away', cause },
};

const LOST = 'lost, to ';

/** What one event does in one phase. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly when: string;
  readonly next: string;
  readonly timer: string;
  readonly effects: string;
}

/** The connection of a client, as its transition function has it. */
export function describeClientConnection(machine: Source): string {
  const steps = listSteps(machine);
  const rows = mergeEvents(steps).map(({ from, event, when, next, timer, effects }) => [
    `\`${from}\``,
    event,
    when,
    next,
    timer,
    effects,
  ]);
  return [
    '```mermaid',
    ...drawSteps(steps),
    '```',
    '',
    toMarkdownTable(['phase', 'event', 'when', 'then', 'timer', 'effects'], rows),
  ].join('\n');
}

function listSteps(machine: Source): readonly Step[] {
  const named = Object.fromEntries(namesOfUnion(machine, 'ConnectionEvent').map((name) => [name, name]));
  const events = Object.entries<unknown>({ ...named, ...NEWS });
  const phases = namesOfUnion(machine, 'ConnectionPhase');
  const missing = phases.filter((name) => !Object.hasOwn(PHASES, name));
  if (missing.length > 0) throw new Error(`${machine.file} has phases that this check cannot make: ${missing.join()}.`);
  return phases.flatMap((from) =>
    events.flatMap(([event, given]) =>
      groupByOutcome(situationsOf(machine, from, given)).flatMap(({ when, outcome }) => {
        if (outcome === '') return [];
        const [to = '', next = '', timer = '', effects = ''] = outcome.split('\t');
        return [{ from, to, event, when, next, timer, effects }];
      }),
    ),
  );
}

/** Steps of one phase that differ in nothing but the event, put together. */
function mergeEvents(steps: readonly Step[]): readonly Step[] {
  const merged = new Map<string, Step & { readonly events: readonly string[] }>();
  for (const step of steps) {
    const { event, ...rest } = step;
    const key = JSON.stringify([rest, event.startsWith(LOST)]);
    const events = [...(merged.get(key)?.events ?? []), event];
    merged.set(key, { ...step, events, event: nameEvents(events) });
  }
  return [...merged.values()];
}

function nameEvents(events: readonly string[]): string {
  const isLoss = events.every((event) => event.startsWith(LOST));
  if (!isLoss) return events.join(', ');
  if (events.length === Object.keys(NEWS).filter((event) => event.startsWith(LOST)).length) return 'lost, whatever for';
  return LOST + events.map((event) => event.slice(LOST.length)).join(', or to ');
}

function situationsOf(machine: Source, name: string, event: unknown): readonly Situation[] {
  return Object.entries(PHASES[name] ?? {}).flatMap(([form, data]) =>
    [true, false].map((isWanted) => ({
      features: [form, isWanted ? 'something needs it' : 'nothing needs it'],
      outcome: outcomeOf(machine, { ...data, name }, event, isWanted),
    })),
  );
}

/** The outcome as text, by which situations are grouped: name, data, timer and effects; empty where nothing happens. */
function outcomeOf(machine: Source, phase: Phase, event: unknown, isWanted: boolean): string {
  const step = machine.call('transition', phase, event, {
    now: 0,
    // The longest pause: it is chosen at random between nothing and this.
    random: 1,
    isWanted,
    backOff: { firstDelayMs: 250, maxDelayMs: 15_000 },
    connectTimeoutMs: 10_000,
  });
  if (!isRecord(step) || !isRecord(step['phase']) || !Array.isArray(step['effects']))
    throw new Error(`${machine.file} no longer returns a phase and effects.`);
  const { phase: next, timer, effects } = step;
  if (timer === 'keep' && effects.length === 0 && isSame(phase, next)) return '';
  const to = String(next['name']);
  return [to, describePhase(phase, { ...next, name: to }), describeTimer(timer, to), effects.join(', ')].join('\t');
}

interface Phase {
  readonly name: string;
  readonly attempt?: unknown;
  readonly coveredSince?: unknown;
  readonly refusal?: unknown;
}

function describePhase(before: Phase, next: Phase): string {
  const details = [
    ...(typeof next.attempt === 'number' && next.attempt !== before.attempt ? [`attempt ${next.attempt}`] : []),
    ...(before.coveredSince === undefined && next.coveredSince !== undefined ? ['the former serves'] : []),
    ...(before.coveredSince !== undefined && next.coveredSince === undefined && before.name === next.name
      ? ['no other serves']
      : []),
    ...(next.refusal === undefined ? [] : ['with the refusal']),
  ];
  return details.length === 0 ? `\`${next.name}\`` : `\`${next.name}\`, ${details.join(', ')}`;
}

function isSame(before: Phase, next: object): boolean {
  const members = ['name', 'attempt', 'coveredSince', 'refusal'];
  return members.every((member) => Reflect.get(before, member) === Reflect.get(next, member));
}

function describeTimer(timer: unknown, to: string): string {
  if (typeof timer !== 'number') return timer === 'keep' ? '' : String(timer);
  return to === 'waiting' ? `up to ${timer} ms` : `${timer} ms`;
}

function drawSteps(steps: readonly Step[]): readonly string[] {
  const labels = new Map<string, Set<string>>();
  for (const { from, to, event } of steps) {
    if (from === to) continue;
    const edge = `${from} --> ${to}`;
    labels.set(edge, (labels.get(edge) ?? new Set()).add(event.replace(/^lost, .*/, 'lost')));
  }
  return [
    'stateDiagram-v2',
    '  [*] --> idle',
    ...[...labels].map(([edge, events]) => `  ${edge}: ${[...events].join(', ')}`),
    '  closed --> [*]',
  ];
}

function coveredOrNot(data: object): Readonly<Record<string, object>> {
  return { 'no other serves': data, 'the former serves': { ...data, coveredSince: 0 } };
}
