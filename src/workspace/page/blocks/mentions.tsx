import { personName, snapshot } from '../store.ts';

export function PersonName({ id }: { readonly id: string }) {
  return <span class="mention">@{personName(id)}</span>;
}

export function ChannelName({ id }: { readonly id: string }) {
  const channel = snapshot.value?.conversations.find((one) => one.id === id);
  return <span class="mention">#{channel?.name ?? id}</span>;
}

/** A link in a new tab; anything that is not a web or mail address is shown, not linked. */
export function SafeLink({ url, label }: { readonly url: string; readonly label: string }) {
  if (!/^(https?|mailto):/.test(url)) return <>{label}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {label}
    </a>
  );
}
