import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';
import { describeFault } from '../../logging.ts';
import type { SlackServices } from '../services.ts';
import { isRecordedFirst } from './acknowledge.ts';

/** What identifies a delivery: events have an id; commands and interactions a trigger that is never reused. */
const DeliverySchema = z.object({ event_id: z.string().optional(), trigger_id: z.string().optional() });

/**
 * Lets each delivery through once; a repeated one does nothing. What is recorded before it is acknowledged passes every
 * time: were it remembered here and the process ended before it was recorded, the repetition would be told it was. Keys
 * in the records keep it from being recorded twice.
 */
export function createHandleOnce({ records, log, now }: SlackServices): Middleware<AnyMiddlewareArgs> {
  const isFirst = async (id: string, isCommand: boolean): Promise<boolean> => {
    try {
      return await records.handledEvents.claim(`delivery:${id}`, now());
    } catch (error) {
      // Slack never repeats a command, and one of them says what is wrong with the database.
      if (!isCommand) throw error;
      log.error('delivery.not_claimed', { id, ...describeFault(error) });
      return true;
    }
  };
  return async (args) => {
    if (isRecordedFirst(args)) {
      await args.next();
      return;
    }
    const { event_id: eventId, trigger_id: triggerId } = DeliverySchema.parse(args.body);
    const id = eventId ?? triggerId;
    if (id !== undefined && !(await isFirst(id, 'command' in args))) {
      log.info('delivery.repeated', { id, retry: args.context.retryNum });
      return;
    }
    await args.next();
  };
}
