import type { RichText, RichTextInline, RichTextPart } from '../../block-kit/rich-text.ts';
import { emojiFor } from './emoji.ts';
import { ChannelName, PersonName, SafeLink } from './mentions.tsx';

/** Rich text: paragraphs, lists, quotes and preformatted text. */
export function RichTextBlock({ block }: { readonly block: RichText }) {
  return (
    <div class="rich-text">
      {block.elements.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { readonly part: RichTextPart }) {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <p>
          <Inlines inlines={part.elements} />
        </p>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Inlines inlines={part.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Inlines inlines={part.elements} />
        </pre>
      );
    case 'rich_text_list': {
      const List = part.style === 'ordered' ? 'ol' : 'ul';
      return (
        <List
          class={`indent-${part.indent ?? 0}`}
          start={part.style === 'ordered' ? (part.offset ?? 0) + 1 : undefined}
        >
          {part.elements.map((item, index) => (
            <li key={index}>
              <Inlines inlines={item.elements} />
            </li>
          ))}
        </List>
      );
    }
  }
}

function Inlines({ inlines }: { readonly inlines: readonly RichTextInline[] }) {
  return (
    <>
      {inlines.map((inline, index) => (
        <Inline key={index} inline={inline} />
      ))}
    </>
  );
}

function Inline({ inline }: { readonly inline: RichTextInline }) {
  const { style } = inline;
  let content = <Content inline={inline} />;
  if (style?.code) content = <code>{content}</code>;
  if (style?.bold) content = <strong>{content}</strong>;
  if (style?.italic) content = <em>{content}</em>;
  if (style?.underline) content = <u>{content}</u>;
  if (style?.strike) content = <s>{content}</s>;
  if (style?.highlight) content = <mark>{content}</mark>;
  return content;
}

function Content({ inline }: { readonly inline: RichTextInline }) {
  switch (inline.type) {
    case 'text':
      return <>{inline.text}</>;
    case 'link':
      return <SafeLink url={inline.url} label={inline.text ?? inline.url} />;
    case 'emoji':
      return <>{emojiFor(inline.name)}</>;
    case 'user':
      return <PersonName id={inline.user_id} />;
    case 'usergroup':
      return <span class="mention">@{inline.usergroup_id}</span>;
    case 'channel':
      return <ChannelName id={inline.channel_id} />;
    case 'broadcast':
      return <span class="mention">@{inline.range}</span>;
    case 'date':
      return <time>{inline.fallback ?? new Date(inline.timestamp * 1000).toLocaleString('zh-CN')}</time>;
  }
}
