import { describe, expect, it } from '@jest/globals';
import type { CallId } from '@trunkline/protocol';
import { CallTable, type Running } from './call-table.js';

class FakeCall implements Running {
  readonly id: CallId;
  isAnswered = false;
  readonly #log: string[];

  constructor(id: CallId, log: string[] = []) {
    this.id = id;
    this.#log = log;
  }

  cancel(): void {
    this.#log.push(`cancel ${this.id}`);
  }

  abandon(): void {
    this.#log.push(`abandon ${this.id}`);
  }
}

describe('CallTable', () => {
  it('finds a call by its id, and not by the id in another type', () => {
    const table = new CallTable();
    const call = new FakeCall(1);
    table.add(call);
    expect(table.find(1)).toBe(call);
    expect(table.find('1')).toBeUndefined();
    expect(table.has('1')).toBe(false);
  });

  it('forgets a call that is deleted, also twice', () => {
    const table = new CallTable();
    const call = new FakeCall('a');
    table.add(call);
    table.delete(call);
    table.delete(call);
    expect(table.has('a')).toBe(false);
    expect(table.count).toBe(0);
  });

  it('counts both calls of one id, and frees the id only with the later one', () => {
    const table = new CallTable();
    const earlier = new FakeCall(1);
    const later = new FakeCall(1);
    table.add(earlier);
    table.add(later);
    expect(table.count).toBe(2);
    table.delete(earlier);
    expect(table.find(1)).toBe(later);
    table.delete(later);
    expect(table.has(1)).toBe(false);
    expect(table.count).toBe(0);
  });

  it('frees the id of a call that is answered and still runs', () => {
    const table = new CallTable();
    const call = new FakeCall(1);
    table.add(call);
    expect(table.has(1)).toBe(true);
    call.isAnswered = true;
    expect(table.has(1)).toBe(false);
    expect(table.count).toBe(1);
  });

  it('abandons every call, also those whose id was used again', () => {
    const log: string[] = [];
    const table = new CallTable();
    for (const id of [1, 1, 'a']) table.add(new FakeCall(id, log));
    table.abandonAll();
    expect(log).toEqual(['abandon 1', 'abandon 1', 'abandon a']);
  });
});
