import { useCallback, useSyncExternalStore } from 'react';
import { type LiveFeed, LiveFeeds } from './live-feeds.js';

/** The feeds of this page. */
export const pageFeeds = new LiveFeeds(scheduleDrawing, Date.now);

/** What has arrived live of a host; the component is drawn again at most once per frame. */
export function useLiveFeed(hostId: string): LiveFeed {
  const subscribe = useCallback((onChange: () => void) => pageFeeds.subscribe(hostId, onChange), [hostId]);
  return useSyncExternalStore(subscribe, () => pageFeeds.read(hostId));
}

function scheduleDrawing(flush: () => void): void {
  // A hidden page gets no frames; it still keeps up, so that coming back to it shows no jump.
  if (document.hidden) setTimeout(flush, 1000);
  else requestAnimationFrame(flush);
}
