import { createHmac } from 'node:crypto';
import type { CallBody } from './fake-slack.ts';
import { TEAM } from './fake-slack.ts';

export const SIGNING_SECRET = 'test-signing-secret';

let counter = 0;
const next = (prefix: string) => `${prefix}${++counter}`;

/** Where a delivery comes from. */
export type Scene = { readonly channel: string; readonly user: string; readonly responseUrl: string };

/** A body Slack sends, and how: slash commands as a form, interactions as a form with JSON, events as JSON. */
export type Delivery = { readonly kind: 'command' | 'interaction' | 'event'; readonly body: CallBody };

export function commandDelivery(scene: Scene, text: string): Delivery {
  return {
    kind: 'command',
    body: {
      token: 'unused',
      team_id: TEAM,
      team_domain: 'test',
      channel_id: scene.channel,
      channel_name: 'policy',
      user_id: scene.user,
      user_name: 'wang',
      command: '/policy',
      text,
      api_app_id: 'A1',
      response_url: scene.responseUrl,
      trigger_id: next('trigger'),
    },
  };
}

export function eventDelivery(event: CallBody): Delivery {
  return {
    kind: 'event',
    body: {
      token: 'unused',
      team_id: TEAM,
      api_app_id: 'A1',
      type: 'event_callback',
      event_id: next('Ev'),
      event_time: 1_700_000_000,
      authorizations: [
        { team_id: TEAM, enterprise_id: null, user_id: 'U0', is_bot: true, is_enterprise_install: false },
      ],
      event,
    },
  };
}

export function mentionDelivery(scene: Scene, text: string, extra: CallBody = {}): Delivery {
  return eventDelivery({
    type: 'app_mention',
    user: scene.user,
    channel: scene.channel,
    text,
    ts: nextTs(),
    ...extra,
  });
}

export function messageDelivery(scene: Scene, text: string, extra: CallBody = {}): Delivery {
  return eventDelivery({
    type: 'message',
    channel_type: scene.channel.startsWith('D') ? 'im' : 'channel',
    user: scene.user,
    channel: scene.channel,
    text,
    ts: nextTs(),
    ...extra,
  });
}

/** A message timestamp that no other delivery of this run has. */
export function nextTs(): string {
  return `1700000000.${String(++counter).padStart(6, '0')}`;
}

/** Where the pressed button stood. */
export type PressScene = Scene & {
  readonly isEphemeral?: boolean;
  readonly isHome?: boolean;
  /** The App Home as it was published. */
  readonly view?: CallBody;
  readonly threadTs?: string;
  readonly messageTs?: string;
};

export function pressDelivery(scene: PressScene, action: CallBody): Delivery {
  const place = scene.isHome
    ? { container: { type: 'view', view_id: 'V1' }, view: { id: 'V1', ...(scene.view ?? { type: 'home' }) } }
    : {
        container: {
          type: 'message',
          message_ts: scene.messageTs ?? nextTs(),
          channel_id: scene.channel,
          is_ephemeral: scene.isEphemeral ?? false,
          ...(scene.threadTs === undefined ? {} : { thread_ts: scene.threadTs }),
        },
        channel: { id: scene.channel, name: 'policy' },
        response_url: scene.responseUrl,
      };
  return interaction({
    type: 'block_actions',
    user: { id: scene.user, team_id: TEAM },
    ...place,
    actions: [{ action_ts: nextTs(), block_id: 'b', ...action }],
  });
}

export function shortcutDelivery(scene: Scene, text: string | undefined): Delivery {
  return interaction({
    type: 'message_action',
    callback_id: 'find_in_report',
    user: { id: scene.user, team_id: TEAM },
    channel: { id: scene.channel, name: 'policy' },
    message_ts: nextTs(),
    message: { type: 'message', user: scene.user, ts: nextTs(), ...(text === undefined ? {} : { text }) },
    response_url: scene.responseUrl,
  });
}

export function submissionDelivery(scene: Scene, view: CallBody, comment: string | null): Delivery {
  return interaction({
    type: 'view_submission',
    user: { id: scene.user, team_id: TEAM },
    view: {
      id: next('V'),
      ...view,
      state: { values: { comment: { text: { type: 'plain_text_input', value: comment } } } },
    },
  });
}

function interaction(body: CallBody): Delivery {
  return {
    kind: 'interaction',
    body: { token: 'unused', api_app_id: 'A1', team: { id: TEAM }, trigger_id: next('trigger'), ...body },
  };
}

/** The request as Slack would send it over HTTP. */
export type SignedRequest = { readonly headers: Record<string, string>; readonly body: string };

export type Signing = { readonly secret?: string; readonly atSeconds?: number };

export function signDelivery(delivery: Delivery, signing: Signing = {}): SignedRequest {
  const { contentType, body } = encodeDelivery(delivery);
  const { headers } = signBody(body, signing);
  return { headers: { 'content-type': contentType, ...headers }, body };
}

/** The headers with which Slack signs a body, whatever it is. */
export function signBody(body: string, signing: Signing = {}): Pick<SignedRequest, 'headers'> {
  const timestamp = String(signing.atSeconds ?? Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signing.secret ?? SIGNING_SECRET)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return {
    headers: { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` },
  };
}

function encodeDelivery({ kind, body }: Delivery): { contentType: string; body: string } {
  const form = 'application/x-www-form-urlencoded';
  switch (kind) {
    case 'event':
      return { contentType: 'application/json', body: JSON.stringify(body) };
    case 'command':
      return { contentType: form, body: new URLSearchParams(body).toString() };
    case 'interaction':
      return { contentType: form, body: new URLSearchParams({ payload: JSON.stringify(body) }).toString() };
  }
}
