import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { AppHome } from './app-home.tsx';
import { ConversationView } from './conversation-view.tsx';
import { InspectPanel } from './inspect-panel.tsx';
import { ModalView } from './modal-view.tsx';
import { Notice } from './notice.tsx';
import { Sidebar } from './sidebar.tsx';
import { SkipLink } from './skip-link.tsx';
import { StartPage } from './start-page.tsx';
import { Starting } from './starting.tsx';
import { isConnected, place, sidePanel, snapshot } from './store.ts';
import { ThreadPanel } from './thread-panel.tsx';
import { useDismiss } from './use-dismiss.ts';

/** The whole page: sidebar, what is open, the side panel, and a modal over them. */
export function App() {
  const isMenuOpen = useSignal(false);
  const main = useRef<HTMLElement>(null);
  // On a phone the sidebar lies over the page.
  useDismiss(isMenuOpen, '.sidebar, .menu-button');
  const current = snapshot.value;
  if (current === null) return <p class="loading">正在打开工作区…</p>;
  const panel = sidePanel.value;
  return (
    <div class={`app ${panel === null ? '' : 'has-panel'} ${isMenuOpen.value ? 'menu-open' : ''}`}>
      <SkipLink target={main} />
      <Sidebar
        snapshot={current}
        onNavigate={() => {
          isMenuOpen.value = false;
        }}
      />
      <main class="main" id="main" ref={main} tabIndex={-1}>
        <button
          type="button"
          class="menu-button icon-button"
          aria-expanded={isMenuOpen.value}
          aria-label="频道列表"
          onClick={() => {
            isMenuOpen.value = !isMenuOpen.value;
          }}
        >
          ☰
        </button>
        <MainColumn />
      </main>
      {panel?.kind === 'thread' && <ThreadPanel key={panel.ts} channelId={panel.channelId} ts={panel.ts} />}
      {panel?.kind === 'inspect' && <InspectPanel key={panel.messageId} messageId={panel.messageId} />}
      {current.modals.map(
        (modal, index) =>
          modal.content.type === 'modal' && (
            <ModalView
              key={modal.id}
              view={modal}
              content={modal.content}
              isTop={index === current.modals.length - 1}
            />
          ),
      )}
      <Notice />
      <Starting stage={current.starting} />
      {!isConnected.value && (
        <p class="offline" role="status">
          和本地服务断开了，正在重连…
        </p>
      )}
    </div>
  );
}

function MainColumn() {
  const current = snapshot.value;
  const where = place.value;
  if (current === null) return null;
  if (where.kind === 'home') return <AppHome home={current.home} />;
  const conversation =
    where.kind === 'conversation' ? current.conversations.find(({ id }) => id === where.id) : undefined;
  if (conversation === undefined) return <StartPage suggestions={current.suggestions} />;
  return <ConversationView key={conversation.id} conversation={conversation} />;
}
