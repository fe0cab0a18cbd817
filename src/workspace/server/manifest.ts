import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../../errors.ts';

/** The parts of a Slack app manifest that decide what the workspace sends and allows. */
const ManifestSchema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    bot_user: z.object({ display_name: z.string() }),
    slash_commands: z
      .array(
        z.object({
          command: z.string(),
          description: z.string(),
          usage_hint: z.string().default(''),
          should_escape: z.boolean().default(false),
        }),
      )
      .default([]),
    shortcuts: z
      .array(z.object({ name: z.string(), type: z.enum(['message', 'global']), callback_id: z.string() }))
      .default([]),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
  settings: z.object({
    event_subscriptions: z
      .object({ bot_events: z.array(z.string()).default([]) })
      .default({ bot_events: [] }),
  }),
});

export type Manifest = z.infer<typeof ManifestSchema>;

/** Reads a manifest in YAML. `place` names it in errors. */
export function parseManifest(yaml: string, place: string): Manifest {
  const parsed = ManifestSchema.safeParse(parse(yaml));
  if (parsed.success) return parsed.data;
  throw new AppError(
    'config_invalid',
    `${place} is not a Slack app manifest:\n${z.prettifyError(parsed.error)}`,
  );
}
