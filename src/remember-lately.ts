/**
 * Keeps what a pure function told of the last texts, at most so many: every report that is asked reads the same question
 * again, and the same parts of it. What is kept is shared, so nobody may change it.
 */
export function rememberLately<Told>(most: number, tell: (text: string) => Told): (text: string) => Told {
  const told = new Map<string, { readonly of: Told }>();
  return (text) => {
    const known = told.get(text) ?? { of: tell(text) };
    // What anybody may type must not fill the memory.
    if (told.size >= most) told.clear();
    told.set(text, known);
    return known.of;
  };
}
