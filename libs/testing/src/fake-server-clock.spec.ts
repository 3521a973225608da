import { describe, expect, it } from '@jest/globals';
import { FakeServerClock } from './fake-server-clock.js';

describe('FakeServerClock', () => {
  it('lets turns pass by themselves and time only when it is moved', async () => {
    const clock = new FakeServerClock();
    const ran: string[] = [];
    clock.schedule(1, () => ran.push('in time'));
    clock.afterTurn(() => ran.push('after the turn'));
    await new Promise<void>((resolve) => {
      clock.giveWay(resolve);
    });
    expect(ran).toEqual(['after the turn']);
    clock.advance(1);
    expect(ran).toEqual(['after the turn', 'in time']);
  });
});
