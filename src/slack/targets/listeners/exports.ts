import type { App, BlockButtonAction } from '@slack/bolt';
import { findDigestTime } from '../../../targets/report-period.ts';
import { ALL_TARGETS } from '../../../targets/target-selection.ts';
import { anyOf } from '../../ids.ts';
import { readPress } from '../../press.ts';
import { notice } from '../../send.ts';
import type { SlackServices } from '../../services.ts';
import { exportDigest, exportList } from '../export-digest.ts';
import { replyToTargetPress } from '../reply-to-press.ts';
import { SUBSCRIPTION } from '../subscription-messages.ts';
import { TARGET_ACTIONS } from '../target-ids.ts';
import { todayOf } from '../target-services.ts';
import { decodeTargetValue } from '../target-values.ts';

/** “导出” under a digest and under a list: the same targets as a document and a sheet, for whoever presses. */
export function registerExports(app: App, services: SlackServices): void {
  const { targets } = services;

  app.action<BlockButtonAction>(
    anyOf(TARGET_ACTIONS.exportDigest),
    async ({ action, body, client, respond }) => {
      const value = decodeTargetValue('exportDigest', action.value);
      const { asOf, since, period, subscription: id, filter } = value;
      const press = readPress(body);
      if (filter) {
        const wanted = { filter, userId: press.userId, time: { asOf, since, period } };
        const told = await exportList(targets, client, wanted);
        await replyToTargetPress({ services, client, press, respond }, notice(told));
        return;
      }
      const selection = id === null ? ALL_TARGETS : await targets.records.subscriptions.find(id);
      const text = selection
        ? await exportDigest(targets, client, {
            digest: await targets.digests.preview({ asOf, since, period, selection }),
            userId: press.userId,
          })
        : SUBSCRIPTION.gone;
      await replyToTargetPress({ services, client, press, respond }, notice(text));
    },
  );

  app.action<BlockButtonAction>(
    anyOf(TARGET_ACTIONS.exportList),
    async ({ action, body, client, respond }) => {
      const { filter } = decodeTargetValue('page', action.value);
      const press = readPress(body);
      const time = findDigestTime('week', todayOf(targets));
      const text = await exportList(targets, client, { filter, userId: press.userId, time });
      await replyToTargetPress({ services, client, press, respond }, notice(text));
    },
  );
}
