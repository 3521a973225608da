import { describe, expect, it } from '@jest/globals';
import { MutationScene } from './testing/mutation-scene.spec-support.js';

const LATER = { sent: { epoch: null } };

describe('A mutation whose client is gone', () => {
  it('runs on, and answers the client that comes back', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    one.send();
    await one.said();
    one.lose();
    expect(scene.desk.orphanedCount).toBe(1);
    const two = scene.connect();
    two.send(LATER);
    expect(scene.desk.orphanedCount).toBe(0);
    scene.clock.advance(100_000);
    expect(scene.run.signal.aborted).toBe(false);
    scene.run.finish('done');
    expect(await two.said()).toEqual([{ output: 'done', replayed: true }]);
    expect(await one.said()).toEqual([]);
  });

  it('keeps its answer for the client, also when it is done before that comes back', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    one.send();
    await one.said();
    one.lose();
    scene.run.finish('done');
    await one.said();
    expect(scene.desk.orphanedCount).toBe(0);
    const two = scene.connect();
    two.send(LATER);
    expect(await two.said()).toEqual([{ output: 'done', replayed: true }]);
  });

  it('is told to stop when the client does not come back in time, and what became of it is kept', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    one.send();
    await one.said();
    one.lose();
    scene.clock.advance(59_999);
    expect(scene.run.signal.aborted).toBe(false);
    scene.clock.advance(1);
    expect(scene.run.signal.aborted).toBe(true);
    const two = scene.connect();
    await two.said();
    two.send(LATER);
    expect(await two.said()).toEqual([{ error: 'OUTCOME_UNKNOWN', replayed: true }]);
    expect(one.host.notices).toEqual([]);
  });

  it('is told to stop at its deadline, when that is sooner', async () => {
    const scene = new MutationScene();
    const one = scene.connect();
    one.send({ deadlineMs: 500 });
    await one.said();
    scene.clock.advance(200);
    one.lose();
    scene.clock.advance(299);
    expect(scene.run.signal.aborted).toBe(false);
    scene.clock.advance(1);
    expect(scene.run.signal.aborted).toBe(true);
  });

  it('is told to stop when too many others lost theirs after it', async () => {
    const scene = new MutationScene({ limits: { maxOrphaned: 2 } });
    for (const key of ['a', 'b', 'c']) {
      const one = scene.connect();
      one.send({ key });
      await one.said();
      one.lose();
    }
    expect(scene.runs.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
  });

  it('is told to stop when the server is', async () => {
    const scene = new MutationScene();
    const [one, two] = [scene.connect(), scene.connect()];
    one.send({ key: 'a' });
    two.send({ key: 'b' });
    await one.said();
    one.lose();
    scene.desk.close();
    expect(scene.runs.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });
});

describe('MutationDesk', () => {
  it('runs a mutation whose caller was lost and came back before the store had answered', async () => {
    const scene = new MutationScene();
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { store } = scene;
    const slow = new MutationScene({
      clock: scene.clock,
      store: {
        epoch: (owner, known) => store.epoch(owner, known),
        begin: (request) => asked.then(() => store.begin(request)),
        renew: (claimed, leaseMs) => store.renew(claimed, leaseMs),
        complete: (claimed, result) => Promise.resolve(store.complete(claimed, result)),
        release: (claimed) => store.release(claimed),
        close: () => store.close(),
      },
    });
    const [one, two] = [slow.connect(), slow.connect()];
    one.send();
    one.lose();
    two.send(LATER);
    answer();
    await two.said();
    slow.run.finish('done');
    expect(await two.said()).toEqual([{ output: 'done', replayed: true }]);
  });

  it('gives back what nobody waits for any more when the store answers', async () => {
    const scene = new MutationScene();
    const { store } = scene;
    const slow = new MutationScene({
      clock: scene.clock,
      store: Object.assign(Object.create(store), {
        begin: (request: never) => Promise.resolve(store.begin(request)),
        release: (claimed: never) => store.release(claimed),
        epoch: (owner: string, known: string | null) => store.epoch(owner, known),
      }),
    });
    const one = slow.connect();
    const { epoch } = one;
    one.send();
    one.lose();
    await one.said();
    expect(slow.runs).toHaveLength(0);
    const two = scene.connect();
    two.send({ sent: { epoch } });
    await two.said();
    expect(scene.runs).toHaveLength(1);
  });

  it('tells each owner an epoch that nobody else can use', () => {
    const { desk } = new MutationScene();
    const epoch = desk.epochFor('p:ada', undefined);
    expect(desk.epochFor('p:ada', epoch)).toBe(epoch);
    expect(desk.epochFor('p:bob', epoch)).not.toBe(epoch);
  });

  it('answers that the store cannot be reached, and that nothing was run', async () => {
    const fail = (): never => {
      throw new Error('down');
    };
    const scene = new MutationScene({
      store: { epoch: () => null, begin: fail, renew: fail, complete: fail, release: fail, close: fail },
    });
    const one = scene.connect();
    one.send();
    one.send({ key: 'l', ...LATER });
    expect(await one.said()).toEqual([{ error: 'SERVICE_UNAVAILABLE', ran: false }, { error: 'SERVICE_UNAVAILABLE' }]);
    expect(one.host.notices).toEqual(['mutation add: down', 'mutation add: down']);
  });

  it('runs nothing for which the store has no room', async () => {
    const full = () => ({ state: 'full' }) as const;
    const no = () => false;
    const scene = new MutationScene({
      store: { epoch: () => null, begin: full, renew: no, complete: no, release: no, close: () => undefined },
    });
    const one = scene.connect();
    one.send();
    expect(await one.said()).toEqual([{ error: 'TOO_MANY_REQUESTS', ran: false, limit: 'idempotency' }]);
  });
});
