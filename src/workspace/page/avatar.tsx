import { personName, snapshot } from './store.ts';

/** A coloured square with the first character of a name. */
export function Avatar({ personId }: { readonly personId: string }) {
  const kind = snapshot.value?.bot.id === personId ? 'bot' : personId === 'USLACKBOT' ? 'system' : 'person';
  return (
    <span class={`avatar avatar-${kind}`} aria-hidden="true">
      {kind === 'bot' ? '≡' : personName(personId).slice(0, 1)}
    </span>
  );
}
