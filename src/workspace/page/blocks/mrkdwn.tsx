import { replaceEmoji } from './emoji.ts';
import { ChannelName, PersonName, SafeLink } from './mentions.tsx';
import { type MrkdwnPart, parseMrkdwn } from './parse-mrkdwn.ts';

/** Slack mrkdwn as it looks in Slack. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return (
    <span class="mrkdwn">
      <Parts parts={parseMrkdwn(text)} />
    </span>
  );
}

function Parts({ parts }: { readonly parts: readonly MrkdwnPart[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { readonly part: MrkdwnPart }) {
  switch (part.kind) {
    case 'text':
      return <>{replaceEmoji(part.text)}</>;
    case 'code':
      return <code>{part.text}</code>;
    case 'preformatted':
      return <pre>{part.text.replace(/^\n/, '')}</pre>;
    case 'bold':
      return (
        <strong>
          <Parts parts={part.parts} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Parts parts={part.parts} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Parts parts={part.parts} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <Parts parts={part.parts} />
        </blockquote>
      );
    case 'link':
      return <SafeLink url={part.url} label={part.label} />;
    case 'user':
      return <PersonName id={part.id} />;
    case 'channel':
      return <ChannelName id={part.id} />;
    case 'special':
      return <span class="mention">{part.label}</span>;
  }
}
