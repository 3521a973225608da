import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from './clock.js';

describe('systemClock', () => {
  it('tells the time of the system', () => {
    const before = Date.parse(new Date().toISOString());
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  });

  it('runs what is scheduled, and not what is cancelled', async () => {
    const ran: string[] = [];
    const cancel = systemClock.schedule(1, () => ran.push('cancelled'));
    cancel();
    cancel();
    await new Promise<void>((resolve) => systemClock.schedule(5, resolve));
    expect(ran).toEqual([]);
  });

  it.each([Number.POSITIVE_INFINITY, 2 ** 31, Number.MAX_SAFE_INTEGER])(
    'does not run at once what waits %p ms',
    async (delayMs) => {
      let hasRun = false;
      const cancel = systemClock.schedule(delayMs, () => {
        hasRun = true;
      });
      await new Promise<void>((resolve) => systemClock.schedule(10, resolve));
      cancel();
      expect(hasRun).toBe(false);
    },
  );

  it('ends a turn after its promises and before I/O, and gives way to both', async () => {
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      systemClock.giveWay(() => {
        order.push('gave way');
        resolve();
      });
      void Promise.resolve()
        .then(() => systemClock.afterTurn(() => order.push('after turn')))
        .then(() => order.push('promise'));
    });
    expect(order).toEqual(['promise', 'after turn', 'gave way']);
  });

  it('does not keep the process alive', () => {
    const { pathname } = new URL('./clock.ts', import.meta.url);
    const script = `import { systemClock } from ${JSON.stringify(pathname)}; systemClock.schedule(60_000, () => {});`;
    const options = { timeout: 20_000, encoding: 'utf8' } as const;
    const result = spawnSync(
      process.execPath,
      ['--conditions=@trunkline/source', '--import', 'tsx', '--input-type=module', '--eval', script],
      options,
    );
    expect([result.status, result.stderr]).toEqual([0, '']);
  });
});
