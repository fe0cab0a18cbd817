import { randomUUID } from 'node:crypto';
import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import { AppError } from '../errors.ts';
import { describeFault, type Log } from '../logging.ts';
import { paragraphBlock } from './blocks/elements.ts';
import { FORMS, NOTICES } from './messages.ts';

/** How long recording may take before the form is answered. Slack shows its own error after three seconds. */
const RECORD_DEADLINE_MS = 2_000;

/** What a submission led to: nothing recorded and why, or something durable. */
export type Submitted =
  | { readonly response: ViewResponseAction }
  | {
      /** What the form becomes next, when it does not simply close; left out when it is not ready in time. */
      readonly next?: (() => Promise<ViewResponseAction | undefined>) | undefined;
      /** Tells the person, once the form has been answered. */
      readonly tell: () => Promise<unknown>;
    };

export type Submission = {
  readonly ack: (response?: ViewResponseAction) => Promise<void>;
  readonly log: Log;
  readonly view: ViewOutput;
  /**
   * Checks and records. `begin` is called right before the first write: it throws when the form has already been
   * answered with “not recorded”. Pressing the button again must record nothing twice.
   */
  readonly record: (begin: () => void) => Promise<Submitted>;
};

class GivenUpError extends Error {}

/**
 * Records, then acknowledges: a form closes only when what was in it is durable. What cannot be recorded in time is
 * said in the form, either as not recorded, which then stays true, or as uncertain; when an uncertain one turns out
 * to be recorded, the person is told so.
 */
export async function submitForm({ ack, log, view, record }: Submission): Promise<void> {
  const deadline = createDeadline(RECORD_DEADLINE_MS);
  const progress: { stage: 'checking' | 'writing' | 'given-up' } = { stage: 'checking' };
  const begin = () => {
    if (progress.stage === 'given-up') throw new GivenUpError();
    progress.stage = 'writing';
  };
  const answer = async (response?: ViewResponseAction) => {
    try {
      await ack(response);
    } catch (error) {
      // The person sees Slack's own error and presses again, which records nothing twice.
      log.warn('form.not_acknowledged', describeFault(error));
    }
  };
  const recording = record(begin);
  try {
    const submitted = await Promise.race([recording, deadline.passed]);
    if (submitted === 'late') {
      const isUncertain = progress.stage === 'writing';
      if (!isUncertain) progress.stage = 'given-up';
      log.warn('form.late', { isUncertain });
      await answer(refuseForm(view, isUncertain ? FORMS.uncertain : FORMS.notRecordedInTime));
    } else if ('response' in submitted) await answer(submitted.response);
    else await answer(await nextView(submitted.next, deadline.passed));
  } catch (error) {
    const failureId = randomUUID().slice(0, 8);
    log.error('form.failed', { failureId, ...describeFault(error) });
    const isStale = error instanceof AppError && error.code === 'input_invalid';
    const text =
      progress.stage === 'writing' ? FORMS.failedUncertain(failureId) : FORMS.notRecorded(failureId);
    await answer(refuseForm(view, isStale ? NOTICES.stale : text));
    return;
  } finally {
    deadline.cancel();
  }
  await tellRecorded(recording, log);
}

/** Going on with the next view is of no use when it takes too long or fails: what was recorded is recorded. */
async function nextView(
  next: (() => Promise<ViewResponseAction | undefined>) | undefined,
  deadline: Promise<'late'>,
): Promise<ViewResponseAction | undefined> {
  try {
    const view = next && (await Promise.race([next(), deadline]));
    return view === 'late' ? undefined : view;
  } catch {
    return undefined;
  }
}

/** Tells what was recorded, also when it took longer than the form waited. */
async function tellRecorded(recording: Promise<Submitted>, log: Log): Promise<void> {
  try {
    const submitted = await recording;
    if ('tell' in submitted) await submitted.tell();
  } catch (error) {
    if (!(error instanceof GivenUpError)) log.error('form.untold', describeFault(error));
  }
}

function createDeadline(ms: number): { readonly passed: Promise<'late'>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  return { passed, cancel: () => clearTimeout(timer) };
}

/** Stands above a form that was not taken and has no field to say it at. */
const NOT_TAKEN_BLOCK = 'not_taken';

/** The form again, with a sentence in it that says why it was not taken: at a field, by default the first. */
export function refuseForm(view: ViewOutput, text: string, field?: string): ViewResponseAction {
  const block = field ?? view.blocks.find(({ type }) => type === 'input')?.block_id;
  if (block !== undefined) return { response_action: 'errors', errors: { [block]: text } };
  const { callback_id, title, submit, close, private_metadata } = view;
  const blocks = view.blocks.filter(({ block_id }) => block_id !== NOT_TAKEN_BLOCK);
  return {
    response_action: 'update',
    view: {
      type: 'modal',
      callback_id,
      title,
      ...(submit ? { submit } : {}),
      ...(close ? { close } : {}),
      private_metadata,
      blocks: [{ ...paragraphBlock({ bold: text }), block_id: NOT_TAKEN_BLOCK }, ...blocks],
    },
  };
}
