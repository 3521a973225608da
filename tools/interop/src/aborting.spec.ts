import { describe, expect, it } from '@jest/globals';
import { failureOf } from './testing/failure.js';
import { cells } from './testing/matrix.js';
import { useStage } from './testing/stage.js';
import { until } from './testing/until.js';
import { isAtLeast } from './testing/version.js';

// Before these versions tRPC's own link did not look at the signal.
const abortable = cells.filter(({ client }) => client !== 'wsLink' || isAtLeast('11.22.0'));
const abortableBefore = cells.filter(({ client }) => client !== 'wsLink' || isAtLeast('11.25.0'));

describe.each(abortable)('A call of $cell that is aborted', (cell) => {
  const stage = useStage(cell);

  it('is rejected while it runs, and others go on', async () => {
    const { client, log } = await stage.open();
    const controller = new AbortController();
    const failure = failureOf(client.query('slow', undefined, { signal: controller.signal }));
    await until(() => log.waitingCount === 1);
    controller.abort();
    expect((await failure).message).toMatch(ABORTED);
    expect(await client.query('optional')).toBe('nothing');
  });
});

describe.each(abortableBefore)('A call of $cell whose signal has aborted already', (cell) => {
  const stage = useStage(cell);

  it('is rejected and not sent, and throws nothing inside tRPC', async () => {
    const thrown: unknown[] = [];
    const { client, log } = await stage.open({ onCallbackError: (error) => thrown.push(error) });
    expect((await failureOf(client.mutate('add', 1, { signal: AbortSignal.abort() }))).message).toMatch(ABORTED);
    expect(await client.query('optional')).toBe('nothing');
    expect(log.added).toEqual([]);
    expect(thrown).toEqual([]);
  });
});

const ABORTED = /abort|cancelled/i;
