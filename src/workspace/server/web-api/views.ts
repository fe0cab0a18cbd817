import { z } from 'zod';
import { PEOPLE } from '../cast.ts';
import { viewObject } from '../payloads/objects.ts';
import { openModal, publishHome, pushModal, updateModal, type ViewResult } from '../views.ts';
import { type ApiAnswer, type ApiMethod, failure, jsonArgument, method } from './method.ts';

const triggered = z.looseObject({ trigger_id: z.string(), view: jsonArgument });

/** Modals and App Home. */
export const viewMethods: Readonly<Record<string, ApiMethod>> = {
  'views.open': method(null, triggered, (workspace, { trigger_id, view }) =>
    answer(openModal(workspace, trigger_id, view)),
  ),
  'views.push': method(null, triggered, (workspace, { trigger_id, view }) =>
    answer(pushModal(workspace, trigger_id, view)),
  ),
  'views.update': method(
    null,
    z.looseObject({
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
      view: jsonArgument,
    }),
    (workspace, { view_id, external_id, hash, view }) =>
      answer(updateModal(workspace, view_id ?? external_id ?? '', { view, hash })),
  ),
  'views.publish': method(
    null,
    z.looseObject({ user_id: z.string(), view: jsonArgument }),
    (workspace, { user_id, view }) =>
      PEOPLE.some(({ id }) => id === user_id)
        ? answer(publishHome(workspace, user_id, view))
        : failure('user_not_found'),
  ),
};

function answer(result: ViewResult): ApiAnswer {
  return result.ok ? { ok: true, view: viewObject(result.view) } : failure(result.error, result.messages);
}
