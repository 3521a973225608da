import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { createServer } from './create-server.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';

const t = initTRPC.create();

function setUp() {
  const lines: string[] = [];
  const log = (_fields: unknown, message: string): void => void lines.push(message);
  const clock = new MovableClock();
  const logger = { debug: log, info: log, warn: log, error: log };
  return { lines, clock, server: createServer({ router: t.router({}), clock, logger }) };
}

describe('RunningServer', () => {
  it('says once that it stops and that it has stopped, however often it is closed', async () => {
    const { lines, server } = setUp();
    await Promise.all([server.close(), server.close()]);
    expect(lines).toEqual(['The server stops.', 'The server has stopped.']);
  });

  it('says that it is drained before it stops', async () => {
    const { lines, server } = setUp();
    expect(await server.drain()).toMatchObject({ connectionCount: 0, cutCount: 0 });
    await server.close();
    expect(lines).toEqual([
      'The server sends its clients elsewhere.',
      'The server is drained.',
      'The server stops.',
      'The server has stopped.',
    ]);
  });

  it('leaves no timer behind', async () => {
    const { clock, server } = setUp();
    await server.close();
    expect(clock.pendingCount).toBe(0);
  });

  it('finds nobody to revoke or to ask where nobody is connected', async () => {
    const { server } = setUp();
    expect(server.revoke('ada')).toBe(0);
    expect(await server.revalidate('ada')).toEqual({ checkedCount: 0, endedCount: 0 });
    await server.close();
  });
});
