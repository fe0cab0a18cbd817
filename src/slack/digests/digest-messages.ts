import { dayText } from '../../targets/digest-wording.ts';
import type { PauseReason } from '../../targets/subscription.ts';
import { isSlackId } from '../slack-ids.ts';

/** What the bot says about digests apart from their content. */
export const DELIVERY_WORDS = {
  unknown: (slotOn: string, channelId: string): string =>
    `${dayText(slotOn)}的目标进度通报发往${placeText(channelId)}时没有收到 Slack 的答复：可能已发出，也可能没有。请到那里看一眼；没有的话可以再发一次。`,
  postAgain: '再发一次',
  paused: (reason: PauseReason, channelId: string): string =>
    `发往${placeText(channelId)}的目标进度通报已暂停：${PAUSE_WORDS[reason]}恢复后可以用 /policy 订阅 重新启用。`,
} as const;

function placeText(channelId: string): string {
  return isSlackId(channelId) ? '您本人' : ` <#${channelId}> `;
}

const PAUSE_WORDS = {
  'by-person': '有人选择了暂停。',
  'channel-gone': '频道已归档，或查报告看不到它。',
  'bot-not-in-channel': '查报告不在频道里，或不允许在那里发言。',
  'token-revoked': '查报告的授权已失效，请管理员重新安装。',
} as const satisfies Record<PauseReason, string>;
