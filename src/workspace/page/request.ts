import { session } from './session.ts';

/** Asks the page's server to do something in this person's name. The server's answers are ours, so `Answer` is trusted. */
export async function request<Answer>(name: string, body: object): Promise<Answer> {
  const response = await fetch(`/page/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: session.userId.value, sessionId: session.id, ...body }),
  });
  return (await response.json()) as Answer;
}
