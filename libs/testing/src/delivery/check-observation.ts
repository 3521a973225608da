import { unreachable } from '@trunkline/protocol';
import type { ObservedItem, PublishedStream, StreamObservation } from './delivery-record.js';
import type { EventViolation, EventViolationKind } from './delivery-violation.js';

/** Judges what one subscription saw. @param stream undefined when nothing of this name was published. */
export function checkObservation(
  observation: StreamObservation,
  stream: PublishedStream | undefined,
): readonly EventViolation[] {
  const { client, stream: name } = observation;
  if (stream === undefined) {
    const sentence = `${client} observed the stream ${name}, which nobody published.`;
    return [{ kind: 'unknown-stream', client, stream: name, at: 0, sentence }];
  }
  const reader = new ObservationReader(observation, stream);
  observation.items.forEach((item, at) => reader.read(item, at));
  reader.finish(observation.items.length);
  return reader.violations;
}

/** What was told to be missing since the last event. `dropped` is undefined as soon as one gap does not count. */
interface ToldGap {
  readonly dropped: number | undefined;
  readonly isNewRun: boolean;
}

/** Walks along an observation and remembers where it stands. */
class ObservationReader {
  readonly violations: EventViolation[] = [];
  readonly #observation: StreamObservation;
  readonly #stream: PublishedStream;
  /** Numbers seen since the run began, for the difference between a double and a straggler. */
  readonly #seen = new Set<number>();
  /** The number that comes next; undefined while any may. */
  #due: number | undefined;
  #gap: ToldGap | undefined;
  #isGapDue = false;
  #isRecovered = false;
  #hasEnded = false;

  constructor(observation: StreamObservation, stream: PublishedStream) {
    this.#observation = observation;
    this.#stream = stream;
    this.#due = observation.startsAt;
  }

  read(item: ObservedItem, at: number): void {
    if (this.#hasEnded) this.#add('after-end', at, `${item.type} came behind the end.`);
    switch (item.type) {
      case 'event':
        this.#judgeMerging(item.conflated, at);
        return this.#readEvent(item.number, item.conflated ?? 0, at);
      case 'gap':
        return this.#readGap(item.reason, item.dropped);
      case 'live':
        this.#isGapDue = item.resumed === 'gap';
        this.#isRecovered = item.resumed === 'recovered';
        return;
      case 'interrupted':
        return;
      case 'ended':
        return this.#readEnd(item.code, at);
      default:
        return unreachable(item);
    }
  }

  finish(at: number): void {
    if (this.#observation.mustReachLast === false || this.#hasEnded) return;
    const { last } = this.#stream;
    if (this.#seen.has(last) || last < this.#stream.first || (this.#due !== undefined && this.#due > last)) return;
    this.#add('stalled', at, `the last event, ${last}, was never seen; ${this.#whereItStands()}.`);
  }

  #readEvent(number: number, conflated: number, at: number): void {
    const { first, last } = this.#stream;
    // A client may put gaps together, so the gap may stand before the word that announces it.
    if (this.#isGapDue && this.#gap === undefined)
      this.#add('gap-not-told', at, `${number} came behind resumed: "gap" without the gap.`);
    if (!Number.isSafeInteger(number) || number < first || number > last) {
      return this.#add('phantom', at, `${number} was never published; the stream is ${first} to ${last}.`);
    }
    if (this.#gap?.isNewRun === true && this.#due !== undefined && number < this.#due) this.#beginAnew();
    if (this.#due !== undefined && number < this.#due) return this.#addRepeated(number, at);
    if (this.#due !== undefined) this.#judgeStep(number, conflated, at);
    this.#seen.add(number);
    this.#due = number + 1;
    this.#gap = undefined;
    this.#isGapDue = this.#isRecovered = false;
  }

  #judgeMerging(conflated: number | undefined, at: number): void {
    if (conflated === undefined) return;
    if (this.#observation.mayConflate !== true)
      this.#add('conflated-unasked', at, `${conflated} were merged into one event, and nobody asked for that.`);
    if (!Number.isSafeInteger(conflated) || conflated < 1)
      this.#add('conflation-miscounted', at, `${conflated} is no number of events that were merged.`);
  }

  // What lies before an event was merged into it, or a gap says that it is missing.
  #judgeStep(number: number, conflated: number, at: number): void {
    const due = this.#due ?? number;
    const missing = number - due;
    if (conflated > missing) {
      const what = `${conflated} were merged into ${number}, and ${missing} were left before it.`;
      return this.#add('conflation-miscounted', at, what);
    }
    const told = addUp(conflated, this.#gap === undefined ? 0 : this.#gap.dropped);
    if (told === undefined || missing === told) return;
    if (conflated > 0) {
      const what = `${told} were told to be merged or missing before ${number}, and ${missing} are.`;
      return this.#add('conflation-miscounted', at, what);
    }
    if (this.#gap !== undefined) {
      return this.#add('gap-miscounted', at, `${told} were told to be missing before ${number}, and ${missing} are.`);
    }
    const what = `${due === number - 1 ? `${due} is` : `${due} to ${number - 1} are`} missing before ${number}`;
    if (this.#isRecovered) this.#add('falsely-recovered', at, `${what}, behind resumed: "recovered".`);
    else this.#add('lost', at, `${what}, and no gap says so.`);
  }

  #readGap(reason: string, dropped: number | undefined): void {
    const earlier = this.#gap;
    const sum = earlier === undefined ? dropped : addUp(earlier.dropped, dropped);
    const isNewRun = this.#observation.beginsAnew === true && (reason === 'restarted' || reason === 'invalid');
    this.#gap = { dropped: isNewRun ? undefined : sum, isNewRun: isNewRun || earlier?.isNewRun === true };
  }

  #readEnd(code: string | undefined, at: number): void {
    this.#hasEnded = true;
    const { first, last } = this.#stream;
    if (code !== undefined) {
      if (this.#observation.mayFail !== true)
        this.#add('failed', at, `it ended with ${code}; ${this.#whereItStands()}.`);
      return;
    }
    if (last < first || this.#observation.mustReachLast === false) return;
    const missing = last + 1 - (this.#due ?? first);
    if (missing === 0 || (this.#gap !== undefined && (this.#gap.dropped ?? missing) === missing)) return;
    this.#add('ended-early', at, `it was done, and the last event is ${last}; ${this.#whereItStands()}.`);
  }

  #addRepeated(number: number, at: number): void {
    if (this.#seen.has(number)) this.#add('doubled', at, `${number} came a second time.`);
    else this.#add('out-of-order', at, `${number} came behind ${(this.#due ?? 0) - 1}.`);
    this.#seen.add(number);
  }

  #beginAnew(): void {
    this.#seen.clear();
    this.#due = undefined;
  }

  #whereItStands(): string {
    return this.#due === undefined ? 'it saw no event' : `it was at ${this.#due - 1}`;
  }

  #add(kind: EventViolationKind, at: number, what: string): void {
    const { client, stream } = this.#observation;
    this.violations.push({ kind, client, stream, at, sentence: `${client} on ${stream}, item ${at}: ${what}` });
  }
}

function addUp(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}
