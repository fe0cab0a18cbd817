import { z } from 'zod';
import { type BlocksCheck, checkBlocks } from './check-blocks.ts';
import { LIMITS } from './limits.ts';
import { plainText } from './texts.ts';

const shared = {
  blocks: z.array(z.unknown()),
  callback_id: z.string().max(LIMITS.view.callbackId).optional(),
  private_metadata: z.string().max(LIMITS.view.privateMetadata).optional(),
  external_id: z.string().max(LIMITS.view.callbackId).optional(),
};

const ViewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plainText(LIMITS.view.title),
    submit: plainText(LIMITS.view.button).optional(),
    close: plainText(LIMITS.view.button).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...shared,
  }),
  z.strictObject({ type: z.literal('home'), ...shared }),
]);

type Unchecked = z.infer<typeof ViewSchema>;
type WithBlocks<Kind> = Kind extends Unchecked
  ? Omit<Kind, 'blocks'> & { readonly blocks: Extract<BlocksCheck, { ok: true }>['blocks'] }
  : never;

/** A view whose blocks Slack would accept. */
export type ViewContent = WithBlocks<Unchecked>;
export type ModalContent = Extract<ViewContent, { type: 'modal' }>;

export type ViewCheck =
  | { readonly ok: true; readonly view: ViewContent }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

/** Accepts or refuses a modal or App Home as Slack would (`invalid_arguments` for the frame, block codes inside). */
export function checkView(input: unknown): ViewCheck {
  const frame = ViewSchema.safeParse(input);
  if (!frame.success) {
    const messages = frame.error.issues.map(
      (issue) => `[ERROR] ${issue.message} [json-pointer:/view/${issue.path.join('/')}]`,
    );
    return { ok: false, error: 'invalid_arguments', messages };
  }
  const { type } = frame.data;
  const check = checkBlocks(frame.data.blocks, type);
  if (!check.ok) {
    const error = check.error === 'invalid_blocks' ? 'invalid_arguments' : check.error;
    return { ok: false, error, messages: check.messages };
  }
  if (frame.data.type === 'modal') {
    const needsSubmit = check.blocks.some((block) => block.type === 'input');
    if (needsSubmit && frame.data.submit === undefined) {
      const messages = [
        '[ERROR] submit is required when an input block is within blocks [json-pointer:/view]',
      ];
      return { ok: false, error: 'invalid_arguments', messages };
    }
    return { ok: true, view: { ...frame.data, blocks: check.blocks } };
  }
  return { ok: true, view: { ...frame.data, blocks: check.blocks } };
}
