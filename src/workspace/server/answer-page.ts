import { measureBlocks } from '../block-kit/measure-blocks.ts';
import type { Inspection, Outcome, Person } from '../protocol.ts';
import { PEOPLE } from './cast.ts';
import { PAGE_REQUESTS, type PageRequest, type PageRequestName } from './page-requests.ts';
import { loadOptions } from './people/load-options.ts';
import { openHome } from './people/open-home.ts';
import { pressElement } from './people/press-element.ts';
import { runShortcut } from './people/run-shortcut.ts';
import { sendFile } from './people/send-file.ts';
import { sendMessage } from './people/send-message.ts';
import { closeView, submitView } from './people/submit-view.ts';
import { findSentBlocks, findText } from './read-exchanges.ts';
import type { Workspace } from './workspace.ts';

/** What the page can do that is not Slack's: the clock, the examples, a fresh start. */
export type Controls = {
  readonly moveClock: (instant: Date) => Promise<Outcome>;
  readonly changeSample: (action: 'load' | 'remove') => Promise<Outcome>;
  readonly reset: () => Promise<Outcome>;
  /** The stages of the answer to a question, in words; null for a text that is no question. */
  readonly explain: (text: string) => Promise<string | null>;
};

type Answers = {
  readonly [Name in PageRequestName]: (request: PageRequest<Name>, person: Person) => Promise<unknown>;
};

const GONE: Outcome = { ok: false, error: '这条内容已经不在了。' };

/** Creates what answers the page's requests, one function for each kind. */
export function createPageAnswers(workspace: Workspace, controls: Controls) {
  const { state } = workspace;
  const answers: Answers = {
    send: async ({ channelId, ...typed }, person) => {
      const conversation = state.conversation(channelId);
      return conversation === undefined ? GONE : sendMessage(workspace, { ...typed, person, conversation });
    },
    upload: async ({ channelId, ...upload }, person) => {
      const conversation = state.conversation(channelId);
      return conversation === undefined ? GONE : sendFile(workspace, { ...upload, person, conversation });
    },
    press: (press, person) => pressElement(workspace, { ...press, person }),
    options: (query, person) => loadOptions(workspace, { ...query, person }),
    submit: async ({ viewId, values }, person) => {
      const view = state.view(viewId);
      return view === undefined ? GONE : submitView(workspace, { person, view, values });
    },
    close: async ({ viewId, which }, person) => {
      const view = state.view(viewId);
      return view === undefined ? { ok: true } : closeView(workspace, person, { view, which });
    },
    shortcut: ({ sessionId, callbackId, messageId }, person) => {
      const message = messageId === undefined ? undefined : state.message(messageId);
      return runShortcut(workspace, { person, sessionId, callbackId, message });
    },
    home: ({ tab }, person) => openHome(workspace, person, tab),
    inspect: ({ messageId }) => inspect(workspace, messageId, controls.explain),
    clock: ({ instant }) => controls.moveClock(new Date(instant)),
    sample: ({ action }) => controls.changeSample(action),
    reset: () => controls.reset(),
  };

  /** Answers one request; null when it is not one the page makes. */
  return async function answerPage<Name extends PageRequestName>(
    name: Name,
    body: unknown,
  ): Promise<unknown> {
    const parsed = PAGE_REQUESTS[name].safeParse(body);
    if (!parsed.success) return null;
    const person = PEOPLE.find(({ id }) => id === parsed.data.userId);
    if (person === undefined) return null;
    // The schema of `name` has just accepted the body, so it is this request.
    return answers[name](parsed.data as PageRequest<Name>, person);
  };
}

async function inspect(
  workspace: Workspace,
  messageId: string,
  explain: Controls['explain'],
): Promise<Inspection> {
  const message = workspace.state.message(messageId);
  const exchanges = workspace.exchanges.of(messageId);
  const text = findText(exchanges);
  const blocks = message?.blocks ?? [];
  return {
    exchanges,
    ...(message?.refusal === undefined
      ? { blocks, usage: blocks.length === 0 ? [] : measureBlocks(blocks) }
      : { blocks: findSentBlocks(exchanges), usage: [], refusal: message.refusal }),
    stages: text === undefined ? null : await explain(text),
  };
}
