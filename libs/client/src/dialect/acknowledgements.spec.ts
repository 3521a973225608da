import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@trunkline/testing';
import { Acknowledgements } from './acknowledgements.js';

describe('Acknowledgements', () => {
  const create = (): { clock: FakeClock; log: number[]; acknowledgements: Acknowledgements } => {
    const clock = new FakeClock();
    const log: number[] = [];
    return { clock, log, acknowledgements: new Acknowledgements(clock, (number) => log.push(number)) };
  };

  it('acknowledges each subscription once, a second after its first event', () => {
    const { clock, log, acknowledgements } = create();
    for (const number of [1, 2, 1]) acknowledgements.owe(number);
    clock.advance(999);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual([1, 2]);
    clock.advance(5000);
    expect(log).toEqual([1, 2]);
    acknowledgements.owe(1);
    clock.advance(1000);
    expect(log).toEqual([1, 2, 1]);
  });

  it('passes over what a grant has said', () => {
    const { clock, log, acknowledgements } = create();
    acknowledgements.owe(1);
    acknowledgements.said(1);
    clock.advance(1000);
    expect(log).toEqual([]);
  });

  it('leaves no timer behind', () => {
    const { clock, acknowledgements } = create();
    acknowledgements.owe(1);
    acknowledgements.close();
    expect(clock.pendingCount).toBe(0);
  });
});
