import { describe, expect, it } from '@jest/globals';
import { ServedContract } from '../contract/served-contract.js';
import { MutationScene } from './testing/mutation-scene.spec-support.js';

const BEFORE = new ServedContract('before', new Map([['add', ['old']]]), undefined);
const AFTER = new ServedContract('after', new Map([['add', ['new']]]), undefined);
const refused = { error: 'UPGRADE_REQUIRED' };

/** A mutation that was sent where its form was served, and whose connection is lost. */
async function sendOnce() {
  const scene = new MutationScene();
  const first = scene.connect(BEFORE);
  const sent = { epoch: first.epoch };
  first.send({ shape: 'old' });
  await first.said();
  return { scene, first, sent };
}

describe('A mutation that is sent again in a form that is no longer served', () => {
  it('gets the answer of its earlier sending', async () => {
    const { scene, first, sent } = await sendOnce();
    scene.run.finish('added');
    await first.said();
    const second = scene.connect(AFTER);
    second.send({ shape: 'old', sent });
    expect(await second.said()).toEqual([{ output: 'added', replayed: true }]);
    expect(scene.runs).toHaveLength(1);
  });

  it('waits for the earlier sending where that still runs', async () => {
    const { scene, first, sent } = await sendOnce();
    first.lose();
    const second = scene.connect(AFTER);
    second.send({ shape: 'old', sent });
    scene.run.finish('added');
    expect(await second.said()).toEqual([{ output: 'added', replayed: true }]);
  });

  it('is refused where the earlier one never arrived, and leaves the key to whoever has a form that is served', async () => {
    const { scene, sent } = await sendOnce();
    const second = scene.connect(AFTER);
    second.send({ shape: 'old', key: 'other', sent });
    expect(await second.said()).toEqual([refused]);
    expect(scene.runs).toHaveLength(1);
    second.send({ shape: 'new', key: 'other', sent });
    await second.said();
    scene.run.finish('added');
    expect(await second.said()).toEqual([{ output: 'added' }]);
    expect(second.host.calls.count).toBe(0);
  });

  it('is told that nobody knows where nobody does', async () => {
    const { scene } = await sendOnce();
    const second = scene.connect(AFTER);
    second.send({ shape: 'old', key: 'other', sent: { epoch: null } });
    expect(await second.said()).toEqual([{ error: 'OUTCOME_UNKNOWN' }]);
  });

  it('is refused at once as a first sending', async () => {
    const { scene } = await sendOnce();
    const second = scene.connect(AFTER);
    second.send({ shape: 'old', key: 'other' });
    expect(await second.said()).toEqual([{ ...refused, ran: false }]);
    expect(second.host.observer.counters.callsFailed.UPGRADE_REQUIRED).toBe(1);
  });
});
