import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { createMemoryIdempotencyStore } from './memory-idempotency-store.js';
import { MutationScene, type SceneAnswer, type SceneConnection } from './testing/mutation-scene.spec-support.js';

/** What the effect of one call came to. */
interface CallRecord {
  readonly key: string;
  effectCount: number;
  /** The epoch that its first sending knew; undefined while it was not sent. */
  firstEpoch: string | null | undefined;
  /** Under which id the present connection carries it. */
  id: number | undefined;
  answer: SceneAnswer | undefined;
}

/** A client that sends each call until it has an answer, to a server that dies now and then and remembers little. */
class Story {
  readonly calls: CallRecord[] = [];
  readonly #clock = new FakeServerClock();
  readonly #maxEntries: number;
  #scene: MutationScene;
  #connection: SceneConnection;
  #crowdCount = 0;

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries;
    this.#scene = this.#startServer();
    this.#connection = this.#scene.connect();
  }

  send(): void {
    const call: CallRecord = {
      key: `k${this.calls.length}`,
      effectCount: 0,
      firstEpoch: undefined,
      id: undefined,
      answer: undefined,
    };
    this.calls.push(call);
    this.#transmit(call);
  }

  /** All that runs is done while nobody is connected to hear of it. */
  async miss(how: 'finish' | 'fail'): Promise<void> {
    await this.#read();
    this.#connection.lose();
    for (const run of this.#scene.runs.splice(0)) {
      const call = this.calls.find(({ key }) => key === run.input);
      if (call === undefined || run.signal.aborted) continue;
      call.effectCount += 1;
      if (how === 'finish') run.finish(call.key);
      else run.fail(new Error('broken'));
    }
    await this.#clock.settle();
    await this.#crowd();
    this.#reconnect();
  }

  /** Another client of the same owner fills the store. */
  async #crowd(): Promise<void> {
    const other = this.#scene.connect();
    for (let count = 0; count < 3; count += 1) {
      this.#crowdCount += 1;
      other.send({ key: `crowd${this.#crowdCount}` });
      await other.said();
      for (const run of this.#scene.runs.splice(0)) run.finish(undefined);
      await other.said();
    }
  }

  /** Something that runs does what it is for; then it is done, fails, or its server dies before it can say so. */
  async act(which: number, how: 'finish' | 'fail' | 'die'): Promise<void> {
    await this.#read();
    const run = this.#scene.runs[which % Math.max(1, this.#scene.runs.length)];
    const call = run && this.calls.find(({ key }) => key === run.input);
    if (run === undefined || call === undefined) return;
    this.#scene.runs.splice(this.#scene.runs.indexOf(run), 1);
    if (run.signal.aborted) return;
    call.effectCount += 1;
    if (how === 'finish') run.finish(call.key);
    else if (how === 'fail') run.fail(new Error('broken'));
    else await this.crash();
    await this.#read();
  }

  async lose(): Promise<void> {
    await this.#read();
    this.#connection.lose();
    this.#reconnect();
  }

  /** The process ends, and what the store knew is gone. */
  async crash(): Promise<void> {
    await this.#read();
    this.#scene = this.#startServer();
    this.#reconnect();
  }

  async wait(): Promise<void> {
    this.#clock.advance(20_000);
    await this.#read();
  }

  cancel(which: number): void {
    const call = this.calls[which % Math.max(1, this.calls.length)];
    if (call?.id !== undefined) this.#connection.cancel(call.id);
  }

  #startServer(): MutationScene {
    const store = createMemoryIdempotencyStore({ clock: this.#clock, maxEntries: this.#maxEntries, keepMs: 60_000 });
    return new MutationScene({ clock: this.#clock, store });
  }

  #reconnect(): void {
    this.#connection = this.#scene.connect();
    for (const call of this.calls) if (call.answer === undefined) this.#transmit(call);
  }

  #transmit(call: CallRecord): void {
    const { epoch } = this.#connection;
    const sent = call.firstEpoch === undefined ? {} : { sent: { epoch: call.firstEpoch } };
    call.firstEpoch ??= epoch;
    call.id = this.#connection.send({ key: call.key, input: call.key, ...sent });
  }

  async #read(): Promise<void> {
    for (const [id, answer] of await this.#connection.answers()) {
      const call = this.calls.find((candidate) => candidate.id === id && candidate.answer === undefined);
      if (call) call.answer = answer;
    }
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ does: 'send' as const, which: 0 }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('finish' as const, 'fail' as const), which: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('lose' as const, 'miss' as const, 'cancel' as const),
      which: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('die' as const, 'crash' as const, 'wait' as const),
      which: fc.nat(5),
    }),
  },
);

describe('A mutation with a key', () => {
  it('has its effect at most once and tells the truth, whatever is lost, cancelled, forgotten or dies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.array(step, { maxLength: 40 }),
        async (maxEntries, steps) => {
          const story = new Story(maxEntries);
          for (const { does, which } of steps) {
            if (does === 'send') story.send();
            else if (does === 'lose') await story.lose();
            else if (does === 'cancel') story.cancel(which);
            else if (does === 'miss') await story.miss(which % 2 === 0 ? 'finish' : 'fail');
            else if (does === 'crash') await story.crash();
            else if (does === 'wait') await story.wait();
            else await story.act(which, does);
          }
          await story.wait();
          for (const { key, effectCount, answer } of story.calls) {
            expect(effectCount).toBeLessThanOrEqual(1);
            if (answer?.error === undefined) {
              if (answer !== undefined) expect([key, effectCount, answer.output]).toEqual([key, 1, key]);
            } else if (answer.ran === false) expect([key, effectCount]).toEqual([key, 0]);
            else if (answer.error === 'INTERNAL_SERVER_ERROR') expect([key, effectCount]).toEqual([key, 1]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
