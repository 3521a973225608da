import { describe, expect, it } from '@jest/globals';
import { MemoryChannel } from './memory-channel.js';

const jobsRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('MemoryChannel', () => {
  it('delivers in order, later than the sending', async () => {
    const arrived: number[] = [];
    const channel = new MemoryChannel(() => undefined);
    channel.send(() => arrived.push(1), 10);
    channel.send(() => arrived.push(2), 5);
    expect([arrived, channel.byteCount]).toEqual([[], 15]);
    await jobsRun();
    expect([arrived, channel.byteCount]).toEqual([[1, 2], 0]);
  });

  it('holds while anybody holds it, also from inside a delivery', async () => {
    const arrived: number[] = [];
    const channel = new MemoryChannel(() => undefined);
    channel.send(() => {
      arrived.push(1);
      channel.hold('receiver');
      channel.hold('test');
    });
    channel.send(() => arrived.push(2));
    await jobsRun();
    channel.release('test');
    await jobsRun();
    expect(arrived).toEqual([1]);
    channel.release('receiver');
    await jobsRun();
    expect(arrived).toEqual([1, 2]);
  });

  it('forgets what has not arrived, and counts what has', async () => {
    let deliveredCount = 0;
    const channel = new MemoryChannel(() => {
      deliveredCount += 1;
    });
    channel.send(() => undefined, 3);
    channel.clear();
    await jobsRun();
    expect([deliveredCount, channel.byteCount]).toEqual([0, 0]);
    channel.send(() => undefined);
    await jobsRun();
    expect(deliveredCount).toBe(1);
  });
});
