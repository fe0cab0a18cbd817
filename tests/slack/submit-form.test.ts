import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { createLog } from '../../src/logging.ts';
import { refuseForm, type Submitted, submitForm } from '../../src/slack/submit-form.ts';

/** Longer than a form waits. */
const LATE_MS = 2_500;

const log = createLog({ level: 'error', now: () => new Date(0), write: () => undefined });

const VIEW: ViewOutput = {
  id: 'V1',
  callback_id: 'form',
  team_id: 'T1',
  app_installed_team_id: 'T1',
  app_id: 'A1',
  bot_id: 'B1',
  title: { type: 'plain_text', text: '表单' },
  type: 'modal',
  blocks: [{ type: 'input', block_id: 'field', label: { type: 'plain_text', text: '内容' } }],
  close: null,
  submit: null,
  state: { values: {} },
  hash: 'h',
  private_metadata: '',
  root_view_id: null,
  previous_view_id: null,
  clear_on_close: false,
  notify_on_close: false,
};

type Steps = {
  /** Before the first write, and the write itself. */
  readonly check?: () => Promise<void>;
  readonly write?: () => Promise<void>;
  readonly next?: () => Promise<ViewResponseAction | undefined>;
};

/** Submits a form whose work goes through these steps; returns what Slack and the person were told. */
function submit({ check = async () => undefined, write = async () => undefined, next }: Steps) {
  const heard = { acks: [] as (ViewResponseAction | undefined)[], written: 0, told: 0 };
  const done = submitForm({
    ack: async (response) => {
      heard.acks.push(response);
    },
    log,
    view: VIEW,
    async record(begin): Promise<Submitted> {
      await check();
      begin();
      await write();
      heard.written += 1;
      return {
        next,
        async tell() {
          heard.told += 1;
        },
      };
    },
  });
  return { heard, done };
}

const said = (heard: { readonly acks: readonly (ViewResponseAction | undefined)[] }) =>
  JSON.stringify(heard.acks);

const later = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('submitForm', () => {
  it('acknowledges only what is written, and tells after that', async () => {
    let release = () => {};
    const { heard, done } = submit({ write: () => new Promise((resolve) => (release = resolve)) });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard.acks).toEqual([]);

    release();
    await done;

    expect(heard).toEqual({ acks: [undefined], written: 1, told: 1 });
  });

  it('says “not recorded” when nothing was begun in time, and then records nothing', async () => {
    const { heard, done } = submit({ check: later(LATE_MS) });

    await vi.advanceTimersByTimeAsync(LATE_MS);
    await done;

    expect(said(heard)).toContain('没有记下');
    expect(heard).toMatchObject({ written: 0, told: 0 });
  });

  it('says “uncertain” while it is being written, and tells when it was written after all', async () => {
    const { heard, done } = submit({ write: later(LATE_MS) });
    await vi.advanceTimersByTimeAsync(LATE_MS - 1);
    expect(said(heard)).toContain('没能及时确认');
    expect(heard.told).toBe(0);

    await vi.advanceTimersByTimeAsync(1);
    await done;

    expect(heard).toMatchObject({ written: 1, told: 1 });
    expect(heard.acks).toHaveLength(1);
  });

  it.each([
    { when: 'before it was written', step: 'check', word: '没有记下' },
    { when: 'while it was written', step: 'write', word: '不能确定是否已经记下' },
  ])('says so in the form when it fails $when', async ({ step, word }) => {
    const { heard, done } = submit({ [step]: async () => Promise.reject(new Error('disk')) });
    await done;

    expect(heard.acks).toHaveLength(1);
    expect(said(heard)).toContain(word);
    expect(said(heard)).not.toContain('disk');
  });

  it('says that a form is out of date when its content cannot be read', async () => {
    const fault = new AppError('input_invalid', 'no such choice');
    const { heard, done } = submit({ check: async () => Promise.reject(fault) });
    await done;

    expect(said(heard)).toContain('已经过时');
  });

  it('lets the next view go when it is not ready in time', async () => {
    const { heard, done } = submit({
      next: async () => {
        await later(LATE_MS)();
        return { response_action: 'clear' };
      },
    });
    await vi.advanceTimersByTimeAsync(LATE_MS);
    await done;

    expect(heard).toEqual({ acks: [undefined], written: 1, told: 1 });
  });

  it('keeps what was written when Slack cannot be told, and tells the person', async () => {
    let told = false;
    await submitForm({
      ack: async () => Promise.reject(new Error('the socket is closed')),
      log,
      view: VIEW,
      record: async () => ({
        async tell() {
          told = true;
        },
      }),
    });

    expect(told).toBe(true);
  });
});

describe('refuseForm', () => {
  it('says it at the field named, else at the first', () => {
    expect(refuseForm(VIEW, '不行', 'other')).toEqual({
      response_action: 'errors',
      errors: { other: '不行' },
    });
    expect(refuseForm(VIEW, '不行')).toEqual({ response_action: 'errors', errors: { field: '不行' } });
  });

  it('says it once above a form without fields', () => {
    const withoutFields = { ...VIEW, blocks: [{ type: 'divider' as const, block_id: 'line' }] };

    const first = refuseForm(withoutFields, '不行');
    const blocks = 'view' in first ? first.view.blocks : [];
    const again = refuseForm({ ...VIEW, blocks }, '还是不行');

    expect(blocks.map(({ block_id }) => block_id)).toEqual(['not_taken', 'line']);
    expect(JSON.stringify(again)).not.toContain('"不行"');
    expect(JSON.stringify(again)).toContain('还是不行');
  });
});
