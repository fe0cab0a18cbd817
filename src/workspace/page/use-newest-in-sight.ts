import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Nearer to the end than this, in pixels, counts as being there. */
const NEAR = 24;

/**
 * Scrolls to the newest message when one comes, and stays at the end while what is there grows or gets narrower,
 * unless one scrolls up. `end` is the last child of the scrolling element, beside the list of messages.
 */
export function useNewestInSight(end: RefObject<HTMLElement | null>, newestId: string | undefined): void {
  const isFollowing = useRef(true);
  useEffect(() => {
    const region = end.current?.parentElement;
    if (!region) return;
    let lastTop = region.scrollTop;
    const onScroll = () => {
      const { scrollHeight, scrollTop, clientHeight } = region;
      // Content that has just grown puts the end out of reach too; only going up is leaving it.
      if (scrollHeight - scrollTop - clientHeight < NEAR) isFollowing.current = true;
      else if (scrollTop < lastTop) isFollowing.current = false;
      lastTop = scrollTop;
    };
    const observer = new ResizeObserver(() => {
      if (isFollowing.current) region.scrollTop = region.scrollHeight;
    });
    for (const element of [region, ...region.children]) observer.observe(element);
    region.addEventListener('scroll', onScroll);
    return () => {
      observer.disconnect();
      region.removeEventListener('scroll', onScroll);
    };
  }, []);
  useEffect(() => {
    const newest = end.current?.previousElementSibling?.lastElementChild;
    const region = end.current?.parentElement;
    if (!newest || !region) return;
    // A message taller than the window is read from its beginning.
    isFollowing.current = newest.clientHeight <= region.clientHeight;
    if (isFollowing.current) region.scrollTop = region.scrollHeight;
    else newest.scrollIntoView();
  }, [newestId]);
}
