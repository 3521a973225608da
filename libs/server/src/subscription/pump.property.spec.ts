import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { promisesRun } from '../testing/fake-server-clock.spec-support.js';
import type { FakeSocket } from '../testing/fake-socket.spec-support.js';
import { count, setUpPump } from '../testing/pump-target.spec-support.js';

describe('Pump', () => {
  it('takes in order, never more than was granted nor while the peer lags, and never stands still without a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 60 }), async (steps) => {
        const { pump, target, clock, socket } = setUpPump(count());
        let granted = 0;
        let isStopped = false;
        target.credit = 0;
        const run = pump.run();
        for (const step of steps) {
          if (typeof step === 'number' && !isStopped) granted += step;
          if (typeof step === 'number') target.credit += step;
          if (typeof step === 'number' || step === 'wake') pump.wake();
          if (step === 'endTurn') clock.endTurn();
          if (step === 'take') socket.take();
          if (step === 'stop') pump.stop();
          isStopped ||= step === 'stop';
          const before = target.taken.length;
          await promisesRun();
          expect(target.taken).toEqual(Array.from({ length: target.taken.length }, (_, index) => index + 1));
          expect(target.taken.length).toBeLessThanOrEqual(granted);
          if (isStopped) expect(target.taken).toHaveLength(before);
          else if (clock.givenWayCount === 0 && !isHoldingBack(socket)) expect(target.mayPull).toBe(false);
        }
        expect(target.endings).toEqual([]);
        if (!isStopped) {
          for (let round = 0; target.credit > 0 && round < 500; round += 1) {
            await clock.settle();
            socket.takeAll();
          }
          expect(target.taken).toHaveLength(granted);
          pump.stop();
        }
        await clock.settle();
        await run;
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    );
  });
});

const anyStep = fc.oneof(
  fc.integer({ min: 0, max: 70 }),
  { weight: 2, arbitrary: fc.constantFrom('endTurn', 'take') },
  fc.constantFrom('wake', 'stop'),
);

// Between the high mark and the low one it waits although there is room.
function isHoldingBack(socket: FakeSocket): boolean {
  return socket.actions.at(-1) === 'pause';
}
