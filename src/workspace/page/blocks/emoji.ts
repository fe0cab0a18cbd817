/** The emoji names bots of this kind use; any other shows as its name. */
const EMOJI: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  bar_chart: '📊',
  bell: '🔔',
  bulb: '💡',
  calendar: '📅',
  clipboard: '📋',
  eyes: '👀',
  hourglass_flowing_sand: '⏳',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  mag: '🔍',
  memo: '📝',
  pushpin: '📌',
  red_circle: '🔴',
  thumbsdown: '👎',
  thumbsup: '👍',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  white_circle: '⚪',
  x: '❌',
};

export function emojiFor(name: string): string {
  return EMOJI[name] ?? `:${name}:`;
}

/** Replaces `:name:` where the name is known. */
export function replaceEmoji(text: string): string {
  return text.replaceAll(/:([a-z0-9_+-]+):/g, (whole, name: string) => EMOJI[name] ?? whole);
}
