import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { FakeConnection } from '../testing/fake-connection.spec-support.js';
import { FakeServerClock, promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { Gate } from '../testing/gate.spec-support.js';
import { ConnectionRegistry } from './connection-registry.js';

const t = initTRPC.create();

function setUp() {
  const clock = new FakeServerClock();
  const registry = new ConnectionRegistry(clock);
  const gate = new Gate();
  const router = t.router({ wait: t.procedure.query(() => gate.opened) });
  const add = async (): Promise<FakeConnection> => {
    const fake = await new FakeConnection({ router }).greeted();
    registry.add(fake.connection);
    return fake;
  };
  const closeAll = (timeoutMs = 5000) => {
    const state = { isDone: false };
    void registry.closeAll(timeoutMs).then(() => {
      state.isDone = true;
    });
    return state;
  };
  return { clock, registry, gate, add, closeAll };
}

describe('ConnectionRegistry', () => {
  it('counts and lists the open connections', async () => {
    const { registry, add } = setUp();
    const [first, second] = [await add(), await add()];
    registry.remove(first.connection);
    registry.remove(first.connection);
    expect(registry.count).toBe(1);
    expect([...registry]).toEqual([second.connection]);
  });

  describe('#closeAll', () => {
    it('is done at once when nobody is connected', async () => {
      const { clock, closeAll } = setUp();
      const closing = closeAll();
      await promisesRun();
      expect(closing.isDone).toBe(true);
      expect(clock.pendingCount).toBe(0);
    });

    it('closes who is idle at once, and who waits for a call after its answer', async () => {
      const { registry, clock, gate, add, closeAll } = setUp();
      const [idle, busy] = [await add(), await add()];
      busy.send({ id: 1, method: 'wait' });
      await busy.said();
      const closing = closeAll();
      expect((await idle.said()).at(-1)).toBe('close 4200 the server is stopping');
      expect(await busy.said()).toEqual([]);
      gate.open();
      const said = await busy.said();
      expect([said[0], said.at(-1)]).toEqual(['{"id":1,"result":{}}', 'close 4200 the server is stopping']);
      registry.remove(idle.connection);
      await promisesRun();
      expect(closing.isDone).toBe(false);
      registry.remove(busy.connection);
      await promisesRun();
      expect(closing.isDone).toBe(true);
      expect(clock.pendingCount).toBe(0);
    });

    it('cuts who is still there when the time is up', async () => {
      const { clock, add, closeAll } = setUp();
      const fake = await add();
      closeAll(5000);
      await fake.said();
      clock.advance(4999);
      expect(await fake.said()).toEqual([]);
      clock.advance(1);
      expect(await fake.said()).toEqual(['terminate']);
    });

    it('ends for everybody who asked for it', async () => {
      const { registry, add, closeAll } = setUp();
      const fake = await add();
      const closings = [closeAll(), closeAll()];
      registry.remove(fake.connection);
      await promisesRun();
      expect(closings).toEqual([{ isDone: true }, { isDone: true }]);
    });
  });
});
