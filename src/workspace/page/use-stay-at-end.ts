import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Nearer to the end than this, in pixels, counts as being there. */
const NEAR = 24;

/**
 * Keeps a scrolling element at its end while its content grows or it gets narrower itself, unless one has scrolled
 * away from there. `end` is the last child of the scrolling element.
 */
export function useStayAtEnd(end: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const region = end.current?.parentElement;
    if (!region) return;
    let isAtEnd = true;
    const onScroll = () => {
      isAtEnd = region.scrollHeight - region.scrollTop - region.clientHeight < NEAR;
    };
    const observer = new ResizeObserver(() => {
      if (isAtEnd) region.scrollTop = region.scrollHeight;
    });
    for (const element of [region, ...region.children]) observer.observe(element);
    region.addEventListener('scroll', onScroll);
    return () => {
      observer.disconnect();
      region.removeEventListener('scroll', onScroll);
    };
  }, []);
}
