import { useEffect, useRef } from 'preact/hooks';
import type { OpenView } from '../protocol.ts';
import { BlockList } from './blocks/block-list.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { session } from './session.ts';
import { clockOffsetMs, perform, snapshot } from './store.ts';
import { SurfaceContext, useNewSurface } from './surface.ts';

/** The bot's App Home, as it published it for this person. */
export function AppHome({ home }: { readonly home: OpenView | null }) {
  const surface = useNewSurface('view', home?.id ?? '');
  const userId = session.userId.value;
  // Opened again, as by a person who looks again, after what it tells of has changed.
  useEffect(() => {
    void perform('home', { tab: 'home' });
  }, [userId, home === null, clockOffsetMs.value, snapshot.value?.sample]);
  const section = useRef<HTMLElement>(null);
  // The button just pressed may be gone from the new home; whoever uses the keyboard goes on in it all the same.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    section.current?.querySelector<HTMLElement>('.app-home')?.focus({ preventScroll: true });
  }, [home?.hash]);
  return (
    <section class="conversation" aria-label="主页" ref={section}>
      <header class="conversation-header">
        <h1>{snapshot.value?.bot.name} · 主页</h1>
      </header>
      <ScrollRegion class="message-list app-home" label="主页内容">
        {home === null ? (
          <p class="empty">机器人还没有给出主页。</p>
        ) : (
          <SurfaceContext.Provider value={surface}>
            <BlockList blocks={home.content.blocks} />
          </SurfaceContext.Provider>
        )}
      </ScrollRegion>
    </section>
  );
}
