import { describe, expect, it } from '@jest/globals';
import { FakeConnection } from '../testing/fake-connection.spec-support.js';
import { drainedConnection } from './drained-connection.js';

describe('drainedConnection', () => {
  it('asks a client that was greeted to move, and closes one that was not', async () => {
    const greeted = await new FakeConnection().greeted();
    await greeted.said();
    drainedConnection(greeted.connection).askToMove(5, 100);
    expect(await greeted.said()).toEqual(['{"method":"rpc.drain","params":{"reconnectAfterMs":5,"deadlineMs":100}}']);
    const silent = new FakeConnection();
    silent.connection.open();
    drainedConnection(silent.connection).askToMove(5, 100);
    expect((await silent.said()).at(-1)).toBe('close 4200 the server is stopping');
  });

  it('is idle without calls and subscriptions, and is cut on demand', async () => {
    const { connection, said } = await new FakeConnection()
      .greeted()
      .then((fake) => ({ connection: fake.connection, said: () => fake.said() }));
    const drained = drainedConnection(connection);
    expect([drained.isIdle, drained.callCount, drained.isToldAhead]).toEqual([true, 0, true]);
    drained.terminate();
    expect((await said()).at(-1)).toBe('terminate');
  });
});
