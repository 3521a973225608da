import { DeliveryRecorder } from '@trunkline/testing';
import { type EffectLedger, MemoryLedger } from './effect-ledger.js';
import { type StreamName, Streams } from './streams.js';

/** What a server of a run stands on, in whichever process it is. */
export interface ChaosStage {
  readonly streams: Streams;
  readonly ledger: EffectLedger;
}

/** What is true in a run, whatever servers come and go: the logs of events, and what mutations did. */
export class ChaosWorld implements ChaosStage {
  readonly recorder = new DeliveryRecorder();
  readonly streams = new Streams();
  readonly ledger = new MemoryLedger((key, number) => this.recorder.effect(key, number));

  /** Publishes the next event of a stream. */
  publish(stream: StreamName): void {
    this.streams.advance(stream, this.recorder.publish(stream));
  }
}
