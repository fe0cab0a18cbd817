import type { FormValues, OpenView, Person } from '../../protocol.ts';
import { TEAM } from '../cast.ts';
import { installation, userFields, viewObject } from './objects.ts';

export function viewSubmissionPayload(
  person: Person,
  view: OpenView,
  form: { values: FormValues; triggerId: string },
) {
  return {
    type: 'view_submission',
    team: TEAM,
    user: userFields(person),
    ...installation,
    trigger_id: form.triggerId,
    view: viewObject(view, form.values),
    response_urls: [],
  };
}

export function viewClosedPayload(person: Person, view: OpenView, closed: 'this-view' | 'all-views') {
  return {
    type: 'view_closed',
    team: TEAM,
    user: userFields(person),
    ...installation,
    view: viewObject(view),
    is_cleared: closed === 'all-views',
  };
}
