import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { AttachButton } from './attach-button.tsx';
import { applyCompletion, type Completion, findCompletions } from './completion.ts';
import { notice, people, perform, snapshot } from './store.ts';

type Props = {
  readonly channelId: string;
  readonly threadTs?: string;
  readonly placeholder: string;
  /** Whether files can be sent here. */
  readonly takesFiles?: boolean;
};

/** Where one writes: Enter sends, Shift+Enter breaks the line, `/` and `@` offer what can follow. */
export function Composer({ channelId, threadTs, placeholder, takesFiles = false }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSignal('');
  const completions = useSignal<readonly Completion[]>([]);
  const chosen = useSignal(0);
  const listId = `completions-${threadTs ?? channelId}`;

  // Ready to type into, except where that would bring up a keyboard on the screen.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus();
  }, []);
  const readCompletions = () => {
    const caret = field.current?.selectionStart ?? text.value.length;
    const commands = snapshot.value?.commands ?? [];
    completions.value = findCompletions(text.value, caret, { commands, people: people.value });
    chosen.value = 0;
  };
  const complete = (completion: Completion) => {
    text.value = applyCompletion(text.value, completion);
    completions.value = [];
    field.current?.focus();
  };
  const send = async () => {
    const typed = text.value;
    if (typed.trim() === '') return;
    text.value = '';
    completions.value = [];
    const outcome = await perform('send', { channelId, threadTs, text: typed });
    if (!outcome.ok && text.value === '') text.value = typed;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends an input-method composition is not meant for us.
    if (event.isComposing) return;
    const offered = completions.value;
    const choice = offered[chosen.value];
    if (choice !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : offered.length - 1;
      chosen.value = (chosen.value + step) % offered.length;
    } else if (choice !== undefined && (event.key === 'Tab' || event.key === 'Enter')) {
      event.preventDefault();
      complete(choice);
    } else if (event.key === 'Escape' && choice !== undefined) {
      event.stopPropagation();
      completions.value = [];
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };
  const isOpen = completions.value.length > 0;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {isOpen && (
        <div class="completions" id={listId} role="listbox" aria-label="补全">
          {completions.value.map((completion, index) => (
            <div
              key={completion.insert}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen.value}
              onMouseDown={(event) => {
                event.preventDefault();
                complete(completion);
              }}
            >
              <strong>{completion.label}</strong> <span>{completion.hint}</span>
            </div>
          ))}
        </div>
      )}
      <textarea
        ref={field}
        rows={1}
        aria-label={placeholder}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${chosen.value}` : undefined}
        aria-autocomplete="list"
        placeholder={placeholder}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          notice.value = null;
          readCompletions();
        }}
        onKeyDown={onKeyDown}
      />
      {takesFiles && <AttachButton channelId={channelId} />}
      <button type="submit" class="primary" disabled={text.value.trim() === ''}>
        发送
      </button>
    </form>
  );
}
