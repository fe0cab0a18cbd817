import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { EVENTS_PATH, FIND_SHORTCUT, POLICY_COMMAND } from '../../src/slack/ids.ts';
import { readSources } from '../support/read-sources.ts';

/** The parts of the manifest a test can hold the code to, with the limits of Slack's schema 2. */
const ManifestSchema = z.object({
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4_000),
  }),
  features: z.object({
    app_home: z
      .object({ home_tab_enabled: z.literal(true), messages_tab_read_only_enabled: z.literal(false) })
      .loose(),
    bot_user: z.object({ display_name: z.string().regex(/^[a-z0-9-_.]{1,80}$/u) }).loose(),
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), url: z.string().optional() }).loose(),
    ),
    shortcuts: z.array(z.object({ name: z.string(), type: z.string(), callback_id: z.string() }).loose()),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()), request_url: z.string().optional() }),
      interactivity: z.object({ is_enabled: z.literal(true), request_url: z.string().optional() }),
      socket_mode_enabled: z.boolean(),
    })
    .loose(),
});

const readManifest = (file: string) =>
  ManifestSchema.parse(parse(readFileSync(join(process.cwd(), file), 'utf8')));
const manifest = readManifest('manifest.yml');
const code = readSources('src/slack');

/** What each Web API method the bot calls needs, from the reference of the method. */
const SCOPES_OF_METHODS: Record<string, readonly string[]> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
  'users.info': ['users:read'],
  'auth.test': [],
  'files.info': ['files:read'],
};

/** What each subscription needs, and the name under which its event comes. */
const EVENTS: Record<string, { readonly name: string; readonly scopes: readonly string[] }> = {
  app_home_opened: { name: 'app_home_opened', scopes: [] },
  app_mention: { name: 'app_mention', scopes: ['app_mentions:read'] },
  'message.im': { name: 'message', scopes: ['im:history'] },
};

const matches = (pattern: RegExp) =>
  [...new Set([...code.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();

describe('manifest.yml', () => {
  it('declares the commands and shortcuts that are listened to', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([POLICY_COMMAND]);
    expect(manifest.features.shortcuts).toMatchObject([{ callback_id: FIND_SHORTCUT, type: 'message' }]);
    expect(matches(/app\.command\(\s*(\w+)/gu)).toEqual(['POLICY_COMMAND']);
    expect(matches(/app\.shortcut<\w+>\(\s*(\w+)/gu)).toEqual(['FIND_SHORTCUT']);
  });

  it('subscribes to the events that are listened to, and to no others', () => {
    const subscribed = manifest.settings.event_subscriptions.bot_events.map((event) => EVENTS[event]?.name);

    expect(subscribed.sort()).toEqual(matches(/app\.event\(\s*'([\w.]+)'/gu));
  });

  it('asks for the scopes that commands, events and calls need, and for no others', () => {
    const called = matches(/client\.(\w+\.\w+)\(/gu);
    expect(called.filter((method) => !(method in SCOPES_OF_METHODS))).toEqual([]);
    const needed = [
      'commands',
      ...manifest.settings.event_subscriptions.bot_events.flatMap(
        (event) => EVENTS[event]?.scopes ?? [event],
      ),
      ...called.flatMap((method) => SCOPES_OF_METHODS[method] ?? []),
      // Called by name, since the library has no types for them.
      ...matches(/apiCall\('(files\.\w+)'/gu).map(() => 'files:write'),
    ];

    expect(manifest.oauth_config.scopes.bot).toEqual([...new Set(needed)].sort());
  });

  it('leaves it to whoever installs it whether files may be uploaded', () => {
    expect(matches(/apiCall\('(files\.\w+)'/gu)).toEqual([
      'files.completeUploadExternal',
      'files.getUploadURLExternal',
    ]);
    expect(manifest.oauth_config.scopes.bot_optional).toEqual(['files:read', 'files:write']);
  });

  it('turns Socket Mode on', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true);
  });
});

describe('manifest.http.yml', () => {
  const http = readManifest('manifest.http.yml');

  it('is the same app without Socket Mode', () => {
    expect(http.oauth_config).toEqual(manifest.oauth_config);
    expect(http.display_information).toEqual(manifest.display_information);
    expect(http.features.shortcuts).toEqual(manifest.features.shortcuts);
    expect(http.settings.event_subscriptions.bot_events).toEqual(
      manifest.settings.event_subscriptions.bot_events,
    );
    expect(http.features.slash_commands.map(({ url: _url, ...command }) => command)).toEqual(
      manifest.features.slash_commands,
    );
    expect(http.settings.socket_mode_enabled).toBe(false);
  });

  it('sends everything to the one path that is served', () => {
    const urls = [
      http.settings.event_subscriptions.request_url,
      http.settings.interactivity.request_url,
      ...http.features.slash_commands.map(({ url }) => url),
    ];

    expect(urls.map((url) => new URL(url ?? '').pathname)).toEqual(urls.map(() => EVENTS_PATH));
  });
});
