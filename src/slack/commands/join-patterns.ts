/** One pattern after the other, each written once. */
export const joinPatterns = (...parts: readonly RegExp[]): RegExp =>
  new RegExp(parts.map(({ source }) => source).join(''), 'u');

/** One of several patterns, each written once. */
export const eitherOf = (...parts: readonly RegExp[]): RegExp =>
  new RegExp(['(?:', parts.map(({ source }) => source).join('|'), ')'].join(''), 'u');
