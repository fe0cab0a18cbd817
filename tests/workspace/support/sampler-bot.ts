import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { EVERY_MESSAGE_BLOCK, FORM_BLOCKS, MORE_BLOCKS } from './sampler-blocks.ts';
import { SILENT_LOGGER } from './silent-logger.ts';

export const SIGNING_SECRET = 'sampler-signing-secret';
export const BOT_TOKEN = 'xoxb-sampler';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

/**
 * A real Bolt app that sends every kind of block and uses every kind of interaction, so that the workspace can
 * be tried without the bot it was made for. Resolves with its events url and a function that stops it.
 */
export async function startSamplerBot(slackApiUrl: string) {
  const receiver = new HTTPReceiver({
    signingSecret: SIGNING_SECRET,
    endpoints: '/slack/events',
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    receiver,
    token: BOT_TOKEN,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 }, logger: SILENT_LOGGER },
  });

  app.command('/sampler', async ({ ack, body, client, command, respond }) => {
    await ack();
    switch (command.text.trim()) {
      case '块':
        // The typings of 3.2.0 do not know data_visualization yet.
        await client.chat.postMessage({
          channel: command.channel_id,
          text: '各种块',
          blocks: [...EVERY_MESSAGE_BLOCK] as KnownBlock[],
        });
        await client.chat.postMessage({
          channel: command.channel_id,
          text: '还有几种块',
          blocks: [...MORE_BLOCKS] as KnownBlock[],
        });
        return;
      case '表单':
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'form',
            notify_on_close: true,
            title: plain('填一张表'),
            submit: plain('提交'),
            blocks: [...FORM_BLOCKS],
            private_metadata: command.channel_id,
          },
        });
        return;
      case '太长':
        await client.chat
          .postMessage({
            channel: command.channel_id,
            text: '太长',
            blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '长'.repeat(3001) } }],
          })
          .catch((error: { data?: { error?: string } }) => respond(`被拒绝:${error.data?.error}`));
        return;
      default:
        await respond({ response_type: 'ephemeral', text: `只对你说:${command.text}` });
    }
  });

  app.event('app_mention', async ({ event, say }) => {
    await say({ thread_ts: event.thread_ts ?? event.ts, text: `在讨论串里回答 <@${event.user}>` });
  });

  app.message(async ({ message, say }) => {
    if (message.subtype !== undefined || 'bot_id' in message) return;
    await say(`你说的是:${message.text}`);
  });

  app.action(/.*/, async ({ ack, action, body, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || body.view !== undefined) return;
    await respond({
      response_type: 'ephemeral',
      replace_original: false,
      text: `收到 ${JSON.stringify(withoutIds(action))}`,
    });
  });

  app.view('form', async ({ ack, body, client, view }) => {
    const amount = Number(view.state.values.amount?.value?.value);
    if (amount <= 10) {
      await ack({ response_action: 'errors', errors: { amount: '要大于 10,请再看一眼。' } });
      return;
    }
    if (amount === 11) {
      const blocks = [{ type: 'section', text: plain('11 真的对吗?') } as const];
      await ack({
        response_action: 'push',
        view: { type: 'modal', title: plain('再看一眼'), blocks },
      });
      return;
    }
    await ack();
    await client.chat.postEphemeral({
      channel: view.private_metadata,
      user: body.user.id,
      text: `记下了 ${amount}`,
    });
  });

  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body, client, view }) => {
    await ack();
    await client.chat.postEphemeral({ channel: view.private_metadata, user: body.user.id, text: '没有提交' });
  });

  app.shortcut('echo_message', async ({ ack, respond, shortcut }) => {
    await ack();
    if (shortcut.type === 'message_action') await respond(`回声:${shortcut.message.text}`);
  });

  app.event('app_home_opened', async ({ client, event }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [
          { type: 'header', text: plain('样例主页') },
          { type: 'section', text: { type: 'mrkdwn', text: `你好 <@${event.user}>` } },
        ],
      },
    });
  });

  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = 'address' in server ? server.address() : null;
  if (typeof address !== 'object' || address === null) throw new Error('the sampler bot has no port');
  return { eventsUrl: `http://127.0.0.1:${address.port}/slack/events`, stop: () => app.stop() };
}

function withoutIds(action: object) {
  const { type, value, selected_option, selected_date } = action as Readonly<Record<string, unknown>>;
  return { type, value, selected_option, selected_date };
}
