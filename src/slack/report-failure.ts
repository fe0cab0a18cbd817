import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { describeFault, type Log } from '../logging.ts';
import { NOTICES } from './messages.ts';
import type { Outbox } from './outbox.ts';
import { readPerson } from './read-person.ts';
import { notice, privateWays } from './send.ts';
import { isSendError, readSendFailure } from './send-failure.ts';

/** What kind of delivery it was, for the log. */
const KindSchema = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  event: z.object({ type: z.string() }).optional(),
});

/**
 * The last resort of every listener: logs the fault with its code and tells the person in words, with a number
 * under which the fault stands in the log. Never throws, never shows an error to anybody.
 */
export function createFailureReporter(options: {
  readonly client: WebClient;
  readonly outbox: Outbox;
  readonly log: Log;
}) {
  const { client, outbox, log } = options;
  return async ({ error, body }: { readonly error: Error; readonly body: unknown }): Promise<void> => {
    const failureId = randomUUID().slice(0, 8);
    const kind = KindSchema.safeParse(body).data;
    const where = kind?.event?.type ?? kind?.command ?? kind?.type;
    log.error('listener.failed', { failureId, where, ...describeFault(error) });
    const person = readPerson(body);
    if (!person) return;
    try {
      const told = notice(describe(error, failureId));
      await outbox.deliver({ ways: privateWays({ client, outbox, ...person }, told) });
    } catch (sendError) {
      log.error('listener.failure_untold', { failureId, ...describeFault(sendError) });
    }
  };
}

/** What to tell. A call whose outcome is not known is not said to have failed. */
function describe(error: Error, failureId: string): string {
  switch (error instanceof AppError ? error.code : undefined) {
    case 'input_invalid':
      return NOTICES.stale;
    case 'answer_late':
      return NOTICES.tooSlow;
    case 'answers_busy':
      return NOTICES.busy;
  }
  const isUncertain = isSendError(error) && readSendFailure(error).kind === 'uncertain';
  return isUncertain ? NOTICES.actionUncertain(failureId) : NOTICES.failed(failureId);
}
