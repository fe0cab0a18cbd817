// A Bolt app with an empty handler: what the bot's round trip is compared with.
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';

const receiver = new HTTPReceiver({ signingSecret: process.env.SIGNING_SECRET ?? '' });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-none', botId: 'B1', botUserId: 'U1' }),
});
app.command('/policy', async ({ ack }) => {
  await ack();
});
const server = await receiver.start(0, { host: '127.0.0.1' } as never);
const address = server.address() as AddressInfo;
process.stdout.write(`port ${address.port}\n`);
