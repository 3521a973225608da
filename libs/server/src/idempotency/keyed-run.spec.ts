import { describe, expect, it } from '@jest/globals';
import { TRPCError } from '@trpc/server';
import { callInfo } from '../observation/call-info.js';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { fingerprintOf } from './call-identity.js';
import { createMemoryIdempotencyStore } from './memory-idempotency-store.js';
import { MutationScene } from './testing/mutation-scene.spec-support.js';

const UNKNOWN = { error: 'OUTCOME_UNKNOWN' };
const conflict = new TRPCError({ code: 'CONFLICT', message: 'Paid already' });

describe('A mutation with a key', () => {
  it('runs once, and whoever sends it again gets the same answer, which says so', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    const { epoch } = one;
    one.send({ input: { total: 3 } });
    await one.said();
    expect(scene.run.input).toEqual({ total: 3 });
    scene.run.finish({ id: 7 });
    expect(await one.said()).toEqual([{ output: { id: 7 } }]);
    const two = scene.connect();
    two.send({ input: { total: 3 }, sent: { epoch } });
    expect(await two.said()).toEqual([{ output: { id: 7 }, replayed: true }]);
    expect(scene.runs).toHaveLength(1);
  });

  it('is joined while it runs, by as many as come', async () => {
    const scene = new MutationScene();
    const [one, two] = [scene.connect(), scene.connect()];
    one.send();
    two.send({ sent: { epoch: null } });
    two.send({ sent: { epoch: null } });
    await one.said();
    scene.run.finish('done');
    expect(await one.said()).toEqual([{ output: 'done' }]);
    expect(await two.said()).toEqual([
      { output: 'done', replayed: true },
      { output: 'done', replayed: true },
    ]);
    expect(scene.runs).toHaveLength(1);
    expect([one.host.calls.count, two.host.calls.count, scene.desk.runningCount]).toEqual([0, 0, 0]);
  });

  it('that failed fails the same way again, because it may have done something first', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    one.send();
    await one.said();
    scene.run.fail(conflict);
    expect(await one.said()).toEqual([{ error: 'CONFLICT' }]);
    one.send({ sent: { epoch: null } });
    expect(await one.said()).toEqual([{ error: 'CONFLICT', replayed: true }]);
    expect(one.host.notices).toEqual(['mutation add: Paid already']);
  });

  it('that failed before its resolver was reached runs when it comes again', async () => {
    let isOpen = false;
    const before = (): void => {
      if (!isOpen) throw new TRPCError({ code: 'FORBIDDEN' });
    };
    const scene = new MutationScene({ before });
    const one = scene.connect();
    const { epoch } = one;
    one.send();
    expect(await one.said()).toEqual([{ error: 'FORBIDDEN' }]);
    isOpen = true;
    one.send({ sent: { epoch } });
    await one.said();
    scene.run.finish(1);
    expect(await one.said()).toEqual([{ output: 1 }]);
  });

  it('is not run when it was sent before and nobody vouches for what became of it', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    for (const epoch of [null, 'another.0~x']) one.send({ sent: { epoch } });
    expect(await one.said()).toEqual([UNKNOWN, UNKNOWN]);
    one.send({ sent: { epoch: one.epoch } });
    await one.said();
    expect(scene.runs).toHaveLength(1);
  });

  it('shares its key with nothing else, while it runs and after', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    const others = [{ input: 2 }, { path: 'other', input: 1 }];
    one.send({ input: 1 });
    for (const other of others) one.send(other);
    expect(await one.said()).toEqual([{ error: 'KEY_REUSED' }, { error: 'KEY_REUSED' }]);
    scene.run.finish('done');
    await one.said();
    for (const other of others) one.send(other);
    expect(await one.said()).toEqual([{ error: 'KEY_REUSED' }, { error: 'KEY_REUSED' }]);
  });

  it('whose answer is too long to keep is told once, and then that it ran', async () => {
    const scene = new MutationScene({ limits: { maxResultBytes: 10 } });
    const one = scene.connect();
    one.send();
    await one.said();
    scene.run.finish('x'.repeat(20));
    expect(await one.said()).toEqual([{ output: 'x'.repeat(20) }]);
    one.send({ sent: { epoch: null } });
    expect(await one.said()).toEqual([{ ...UNKNOWN, ran: true, replayed: true }]);
  });

  it('whose output cannot travel, or is a stream, fails and is not run again', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    for (const [key, output] of Object.entries({ circular: circular(), stream: { subscribe: () => undefined } })) {
      one.send({ key });
      await one.said();
      scene.run.finish(output);
      const [first] = await one.said();
      one.send({ key, sent: { epoch: null } });
      expect(await one.said()).toEqual([{ ...(first as object), replayed: true }]);
    }
    expect(scene.runs).toHaveLength(2);
  });

  it('tells its procedure a name for it that no other call has', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    one.send({ key: 'a' });
    one.send({ key: 'b' });
    await one.said();
    const keys = scene.runs.map(({ signal }) => callInfo(signal)?.key);
    expect(keys).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{43}$/)]);
    expect(keys[0]).not.toBe(keys[1]);
  });
});

describe('A mutation whose server died', () => {
  it('is waited for while its lease holds, and then its outcome is unknown', async () => {
    const clock = new FakeServerClock();
    const store = createMemoryIdempotencyStore({ clock });
    const fingerprint = fingerprintOf('p:ada', { path: 'add', input: undefined }, 'transformed');
    void store.begin({ key: 'k', fingerprint, owner: 'p:ada', leaseMs: 1000 });
    const scene = new MutationScene({ clock, store });
    const one = scene.connect();
    one.send({ sent: { epoch: null } });
    expect(await one.said()).toEqual([]);
    clock.advance(999);
    expect(await one.said()).toEqual([]);
    clock.advance(1);
    expect(await one.said()).toEqual([UNKNOWN]);
    expect(clock.pendingCount).toBe(0);
  });

  it('is answered when the other server finishes meanwhile', async () => {
    const clock = new FakeServerClock();
    const store = createMemoryIdempotencyStore({ clock });
    const [other, scene] = [new MutationScene({ clock, store }), new MutationScene({ clock, store })];
    const lost = other.connect();
    lost.send();
    await lost.said();
    lost.lose();
    const one = scene.connect();
    one.send({ sent: { epoch: null } });
    expect(await one.said()).toEqual([]);
    other.run.finish('late');
    await one.said();
    clock.advance(300);
    expect(await one.said()).toEqual([{ output: 'late', replayed: true }]);
  });

  it('is run again where its policy allows that', async () => {
    const scene = new MutationScene({ policy: { mayRunAgain: true } });
    const one = scene.connect();
    one.send({ sent: { epoch: null } });
    await one.said();
    scene.run.finish('again');
    expect(await one.said()).toEqual([{ output: 'again' }]);
  });

  it('is answered by what the application finds out, once', async () => {
    const asked: unknown[] = [];
    const recover = (...given: unknown[]) => {
      asked.push(given);
      return { output: 'found' };
    };
    const scene = new MutationScene({ policy: { recover } });
    const one = scene.connect();
    one.send({ input: { total: 3 }, sent: { epoch: null } });
    expect(await one.said()).toEqual([{ output: 'found', replayed: true }]);
    one.send({ input: { total: 3 }, sent: { epoch: null } });
    expect(await one.said()).toEqual([{ output: 'found', replayed: true }]);
    expect(asked).toEqual([[{}, expect.stringMatching(/^[\w-]{43}$/), { total: 3 }]]);
    expect(scene.runs).toHaveLength(0);
  });

  it('is run when the application finds that it did not run', async () => {
    const scene = new MutationScene({ policy: { recover: () => undefined } });
    const one = scene.connect();
    one.send({ input: 5, sent: { epoch: null } });
    await one.said();
    expect(scene.run.input).toBe(5);
    scene.run.finish('now');
    expect(await one.said()).toEqual([{ output: 'now' }]);
  });

  it('stays unknown when the application cannot find out, which it is told', async () => {
    const recover = () => Promise.reject(new Error('database down'));
    const scene = new MutationScene({ policy: { recover } });
    const one = scene.connect();
    one.send({ sent: { epoch: null } });
    expect(await one.said()).toEqual([UNKNOWN]);
    expect(one.host.notices).toEqual(['mutation add: database down']);
  });
});

function circular(): unknown {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
}
