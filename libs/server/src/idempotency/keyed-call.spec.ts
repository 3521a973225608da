import { describe, expect, it } from '@jest/globals';
import { MutationScene } from './testing/mutation-scene.spec-support.js';

const LATER = { sent: { epoch: null } };

describe('A call of a mutation with a key', () => {
  it('that is cancelled aborts the signal, is answered, and keeps its record', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    const id = one.send();
    await one.said();
    one.cancel(id);
    one.cancel(id);
    expect(scene.run.signal.reason).toMatchObject({ name: 'AbortError' });
    expect(await one.said()).toEqual([{ error: 'CANCELLED' }]);
    one.send(LATER);
    expect(await one.said()).toEqual([{ error: 'CANCELLED', replayed: true }]);
    expect(one.host.notices).toEqual([]);
  });

  it('that is cancelled is told the result all the same when it is done', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    const id = one.send();
    await one.said();
    scene.run.finish('done');
    one.cancel(id);
    expect(await one.said()).toEqual([{ output: 'done' }]);
  });

  it('that is cancelled by one of two who wait goes on for the other', async () => {
    const scene = new MutationScene();
    const [one, two] = [scene.connect(), scene.connect()];
    const id = one.send();
    two.send(LATER);
    await one.said();
    one.cancel(id);
    expect(scene.run.signal.aborted).toBe(false);
    scene.run.fail(new Error('broken'));
    expect(await one.said()).toEqual([{ error: 'CANCELLED' }]);
    expect(await two.said()).toEqual([{ error: 'INTERNAL_SERVER_ERROR', replayed: true }]);
  });

  it('that is cancelled by the last who is connected stops, though another may come back', async () => {
    const scene = new MutationScene();
    const [one, two] = [scene.connect(), scene.connect()];
    one.send();
    const id = two.send(LATER);
    await one.said();
    two.cancel(id);
    expect(scene.run.signal.aborted).toBe(false);
    one.lose();
    expect(scene.run.signal.aborted).toBe(true);
  });

  it('whose deadline passes is answered with TIMEOUT and aborts the signal; its late result is kept', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    one.send({ deadlineMs: 100 });
    await one.said();
    const { run } = scene;
    run.signal.addEventListener('abort', () => run.finish('late'));
    run.finish('just in time');
    scene.clock.advance(100);
    expect(run.signal.reason).toMatchObject({ name: 'TimeoutError' });
    expect(await one.said()).toEqual([{ error: 'TIMEOUT' }]);
    one.send(LATER);
    expect(await one.said()).toEqual([{ output: 'just in time', replayed: true }]);
    expect(one.host.calls.count).toBe(0);
  });

  it('whose deadline passes while another waits leaves it to run', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    one.send({ deadlineMs: 100 });
    one.send(LATER);
    await one.said();
    scene.clock.advance(100);
    expect(await one.said()).toEqual([{ error: 'TIMEOUT' }]);
    scene.run.finish('done');
    expect(await one.said()).toEqual([{ output: 'done', replayed: true }]);
  });

  it('counts as running until it is answered or abandoned, and is told of once', async () => {
    const scene = new MutationScene();
    const [one, two] = [scene.connect(), scene.connect()];
    one.send();
    two.send(LATER);
    expect([one.host.watch.counters.callsRunning, two.host.watch.counters.callsRunning]).toEqual([1, 1]);
    one.lose();
    one.lose();
    await two.said();
    scene.run.finish('done');
    await two.said();
    expect(one.host.watch.counters).toMatchObject({ callsRunning: 0, callsAbandoned: 1, callsAnswered: 0 });
    expect(two.host.watch.counters).toMatchObject({ callsRunning: 0, callsAbandoned: 0, callsAnswered: 1 });
    expect(one.host.endedCount).toBe(1);
  });

  it('leaves no timer behind but that of the store', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    one.send({ deadlineMs: 100 });
    await one.said();
    scene.run.finish('done');
    await one.said();
    scene.clock.advance(10_000);
    void scene.store.close();
    expect(scene.clock.pendingCount).toBe(0);
  });
});
