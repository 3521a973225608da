import type { BenchClient, NumberStreamName } from '../clients/client-port.js';
import { type Arrival, type ArrivalsJudgement, type Interruption, isUpToDate, judgeArrivals } from './arrivals.js';

/** Reads numbered events on each of some connections, and writes down when which came. */
export class NumberWatch {
  readonly #lanes: readonly (readonly Arrival[])[];
  /** Settles when each connection has had its first event. */
  readonly begun: Promise<unknown>;

  constructor(clients: readonly BenchClient[], name: NumberStreamName) {
    const lanes = clients.map((client) => openLane(client, name));
    this.#lanes = lanes.map(({ arrivals }) => arrivals);
    this.begun = Promise.all(lanes.map(({ begun }) => begun));
  }

  /** Connections that have not had what is newest, since they were interrupted. */
  countBehind(interruption: Interruption): number {
    const nowMs = Date.now();
    return this.#lanes.filter((arrivals) => !isUpToDate(arrivals, interruption, nowMs)).length;
  }

  judge(interruption: Interruption): readonly ArrivalsJudgement[] {
    return this.#lanes.map((arrivals) => judgeArrivals(arrivals, interruption));
  }
}

function openLane(client: BenchClient, name: NumberStreamName) {
  const arrivals: Arrival[] = [];
  const begun = new Promise<void>((resolve, reject) => {
    const { ended } = client.subscribe(name, { count: 0 }, (event) => {
      arrivals.push({ number: numberOf(event), atMs: Date.now() });
      resolve();
    });
    // A stream that is open when the client leaves ends in whatever way the variant has; nobody waits for it then.
    ended.catch(reject);
  });
  return { arrivals, begun };
}

/** A tracked event is an object with an id beside its data. */
function numberOf(event: unknown): number {
  const number: unknown = typeof event === 'object' && event !== null && 'data' in event ? event.data : event;
  if (typeof number !== 'number') throw new TypeError(`A number was to come, and ${JSON.stringify(event)} came.`);
  return number;
}
