import { describe, expect, it, jest } from '@jest/globals';
import { makeSample } from '../testing/make-sample.js';
import { LiveFeeds } from './live-feeds.js';

function createFeeds() {
  const scheduled: (() => void)[] = [];
  const feeds = new LiveFeeds(
    (flush) => scheduled.push(flush),
    () => 10_000,
  );
  const nextFrame = () => {
    for (const flush of scheduled.splice(0)) flush();
  };
  return { feeds, scheduled, nextFrame };
}

describe('LiveFeeds', () => {
  it('tells once per frame, however many samples of however many hosts arrive in it', () => {
    const { feeds, scheduled, nextFrame } = createFeeds();
    const changed = jest.fn();
    feeds.subscribe('a', changed);
    for (const time of [1_000, 2_000, 3_000]) feeds.push('a', makeSample(time));
    feeds.push('b', makeSample(1_000));
    expect(scheduled).toHaveLength(1);
    expect(changed).not.toHaveBeenCalled();
    nextFrame();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(feeds.read('a').points).toHaveLength(3);
    expect(feeds.read('b').points).toHaveLength(1);
  });

  it('leaves the feed of a host that nothing came from as it is', () => {
    const { feeds, nextFrame } = createFeeds();
    feeds.push('a', makeSample(1_000));
    nextFrame();
    const before = feeds.read('a');
    feeds.push('b', makeSample(1_000));
    nextFrame();
    expect(feeds.read('a')).toBe(before);
  });

  it('takes the newest sample for the latest, also when an older one comes late', () => {
    const { feeds, nextFrame } = createFeeds();
    feeds.push('a', makeSample(5_000));
    nextFrame();
    feeds.push('a', makeSample(3_000));
    nextFrame();
    expect(feeds.read('a').latest?.takenAt.getTime()).toBe(5_000);
    expect(feeds.read('a').points.map(({ time }) => time)).toEqual([3_000, 5_000]);
  });

  it('believes the fastest clock, because a kept sample that comes late looks like a slow one', () => {
    const { feeds, nextFrame } = createFeeds();
    for (const time of [10_500, 4_000]) {
      feeds.push('a', makeSample(time));
      nextFrame();
    }
    expect(feeds.read('a').clockAheadMs).toBe(500);
  });

  it('forgets a host that is no longer shown, with what was on its way', () => {
    const { feeds, nextFrame } = createFeeds();
    feeds.push('a', makeSample(1_000));
    feeds.forget('a');
    nextFrame();
    expect(feeds.read('a').points).toEqual([]);
  });
});
