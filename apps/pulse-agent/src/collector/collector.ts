import type { Disk, Process, Sample } from '@trunkline/pulse-server/schemas';
import type { Readings } from './readings.js';
import { SlowReading } from './slow-reading.js';
import { toCpu, toDisks, toLoad, toMemory, toNetworks, toProcesses } from './to-sample.js';

type Pace = { readonly processesEveryTurns: number; readonly disksEveryTurns: number };

// Listing processes costs more than all the rest together, and asking for disks starts a program; neither changes by the second.
const defaultPace: Pace = { processesEveryTurns: 10, disksEveryTurns: 15 };

/** Reads the machine: the cheap things for every sample, the dear ones for every few. */
export class Collector {
  readonly #readings: Readings;
  readonly #processes: SlowReading<Process[]>;
  readonly #disks: SlowReading<Disk[]>;

  constructor(readings: Readings, pace: Pace = defaultPace) {
    this.#readings = readings;
    this.#processes = new SlowReading({
      read: async () => toProcesses(await readings.processes()),
      initial: [],
      everyTurns: pace.processesEveryTurns,
    });
    this.#disks = new SlowReading({
      read: async () => toDisks(await readings.disks()),
      initial: [],
      everyTurns: pace.disksEveryTurns,
    });
  }

  /** Makes the readings that need an earlier one to compare with, so that the first sample is whole. */
  async warmUp(): Promise<void> {
    await Promise.all([this.#readings.cpu(), this.#readings.networks(), this.#readings.processes()]);
    this.#processes.takeTurn();
    this.#disks.takeTurn();
    await Promise.all([this.#processes.settled(), this.#disks.settled()]);
  }

  async takeSample(takenAt: Date): Promise<Sample> {
    this.#processes.takeTurn();
    this.#disks.takeTurn();
    const [cpu, memory, networks] = await Promise.all([
      this.#readings.cpu(),
      this.#readings.memory(),
      this.#readings.networks(),
    ]);
    return {
      takenAt,
      cpu: toCpu(cpu),
      memory: toMemory(memory),
      disks: this.#disks.latest,
      networks: toNetworks(networks),
      load: toLoad(this.#readings.loadAverages()),
      processes: this.#processes.latest,
    };
  }
}
