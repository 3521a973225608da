import { describe, expect, it } from '@jest/globals';
import { failureOf } from './testing/failure.js';
import { hopelessCells } from './testing/matrix.js';
import { Recording } from './testing/recording.js';
import { useStage } from './testing/stage.js';
import { until } from './testing/until.js';

describe.each(hopelessCells)('The foreign dialect of $cell', (cell) => {
  const stage = useStage(cell);

  it('is said to be foreign, with what to do, and nothing is run', async () => {
    const { client, log } = await stage.open();
    const failures = await Promise.all([failureOf(client.query('optional')), failureOf(client.mutate('add', 1))]);
    for (const { code, message } of failures) {
      expect(code).toBe('NOT_TRUNKLINE');
      expect(message).toContain('use dialect: stock()');
    }
    expect(log.added).toEqual([]);
  });

  it('ends a subscription with the same sentence', async () => {
    const { client } = await stage.open();
    const recording = new Recording();
    client.subscribe('live.ticks', undefined, recording.callbacks);
    await until(() => recording.isOver);
    expect(recording.log).toEqual(['error']);
    expect(recording.failure?.code).toBe('NOT_TRUNKLINE');
  });

  it('is not tried again', async () => {
    const { client, log } = await stage.open();
    await failureOf(client.query('optional'));
    expect((await failureOf(client.query('optional'))).code).toBe('NOT_TRUNKLINE');
    expect(log.contextCount).toBe(1);
  });
});
