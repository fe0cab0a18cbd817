import { signal } from '@preact/signals';

const DEFAULT_USER = 'U0STAFF001';

function kept(key: string, fallback: string): string {
  const value = sessionStorage.getItem(key) ?? fallback;
  sessionStorage.setItem(key, value);
  return value;
}

/** This tab: its id, and who uses it. Both survive a reload; a new tab starts as 工作人员. */
export const session = {
  id: kept('session', crypto.randomUUID()),
  userId: signal(kept('user', DEFAULT_USER)),
};

export function switchUser(userId: string): void {
  sessionStorage.setItem('user', userId);
  session.userId.value = userId;
}
