import { useRef } from 'preact/hooks';
import { notice, perform } from './store.ts';

/** Sends a file to the conversation it stands in. */
export function AttachButton({ channelId }: { readonly channelId: string }) {
  const input = useRef<HTMLInputElement>(null);
  const send = async (file: File) => {
    try {
      const content = toBase64(new Uint8Array(await file.arrayBuffer()));
      await perform('upload', { channelId, name: file.name, content });
    } catch {
      notice.value = `没能读取“${file.name}”。`;
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="选择文件"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) void send(file);
        }}
      />
      <button type="button" aria-label="发送文件" title="发送文件" onClick={() => input.current?.click()}>
        📎
      </button>
    </>
  );
}

/** Arguments a function may be called with at once are limited. */
const CHUNK = 8_192;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
