import type { Cancel, Clock } from '@trunkline/protocol';

interface Appointment {
  readonly dueAt: number;
  readonly action: () => void;
}

/** A clock that stands still until a test moves it. Due actions run in order of their time, then of their scheduling. */
export class FakeClock implements Clock {
  #now: number;
  readonly #appointments = new Set<Appointment>();

  /** @param startAt milliseconds since the epoch. */
  constructor(startAt = 1_000_000) {
    this.#now = startAt;
  }

  /** How many actions still wait for their time: a test of clean-up expects 0. */
  get pendingCount(): number {
    return this.#appointments.size;
  }

  now(): number {
    return this.#now;
  }

  schedule(delayMs: number, action: () => void): Cancel {
    const appointment: Appointment = { dueAt: this.#now + Math.max(0, delayMs), action };
    this.#appointments.add(appointment);
    return () => void this.#appointments.delete(appointment);
  }

  /** Moves time forward and runs what falls due on the way, also what the actions themselves schedule. */
  advance(durationMs: number): void {
    const end = this.#now + durationMs;
    for (let next = this.#earliest(end); next !== undefined; next = this.#earliest(end)) {
      this.#appointments.delete(next);
      this.#now = next.dueAt;
      next.action();
    }
    this.#now = end;
  }

  #earliest(until: number): Appointment | undefined {
    let earliest: Appointment | undefined;
    for (const appointment of this.#appointments) {
      if (appointment.dueAt <= until && (earliest === undefined || appointment.dueAt < earliest.dueAt)) {
        earliest = appointment;
      }
    }
    return earliest;
  }
}
