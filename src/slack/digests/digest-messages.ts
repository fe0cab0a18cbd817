import { dayText } from '../../targets/digest-wording.ts';
import type { PauseReason } from '../../targets/subscription.ts';

/** What the bot says about digests apart from their content. */
export const DELIVERY_WORDS = {
  unknown: (slotOn: string, channelId: string): string =>
    `${dayText(slotOn)}的目标进度周报发往 <#${channelId}> 时没有收到 Slack 的答复：可能已发出，也可能没有。请到频道里看一眼；没有的话可以再发一次。`,
  postAgain: '再发一次',
  paused: (reason: PauseReason, channelId: string): string =>
    `<#${channelId}> 的目标进度周报已暂停：${PAUSE_WORDS[reason]}恢复后可在该频道用 /policy 订阅 重新启用。`,
} as const;

const PAUSE_WORDS = {
  'by-person': '有人选择了暂停。',
  'channel-gone': '频道已归档，或查报告看不到它。',
  'bot-not-in-channel': '查报告不在频道里，或不允许在那里发言。',
  'token-revoked': '查报告的授权已失效，请管理员重新安装。',
} as const satisfies Record<PauseReason, string>;
