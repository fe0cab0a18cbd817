/**
 * Keeps what a pure function told of the last texts, at most so many: every report that is asked reads the same question
 * again, and the same parts of it. What is kept is shared, so nobody may change it.
 */
export function rememberLately<Told>(tell: (text: string) => Told, most = 64): (text: string) => Told {
  const told = new Map<string, { readonly it: Told }>();
  return (text) => {
    const known = told.get(text);
    if (known) return known.it;
    // What anybody may type must not fill the memory.
    if (told.size >= most) told.clear();
    const it = tell(text);
    told.set(text, { it });
    return it;
  };
}

/** Reports that one question is asked of, one after another; what each was told is looked at again when all have been. */
const ASKED_AT_ONCE = 4;

/**
 * Keeps something for each of the last few objects it was asked for, and nothing of the others: what is remembered of every
 * report there is would take as much again as the reports.
 */
export function keepForLast<Key extends object, Kept>(create: (key: Key) => Kept): (key: Key) => Kept {
  const kept = new Map<Key, Kept>();
  return (key) => {
    const mine = kept.get(key) ?? create(key);
    // The one asked for last is the last in order.
    kept.delete(key);
    kept.set(key, mine);
    for (const oldest of kept.keys()) {
      if (kept.size <= ASKED_AT_ONCE) break;
      kept.delete(oldest);
    }
    return mine;
  };
}

/** Keeps something for each object it was asked for, as long as anybody has the object; nothing of it may be undefined. */
export function keepForEach<Key extends object, Kept>(create: (key: Key) => Kept): (key: Key) => Kept {
  const kept = new WeakMap<Key, Kept>();
  return (key) => {
    const mine = kept.get(key) ?? create(key);
    kept.set(key, mine);
    return mine;
  };
}

/** Reads something when it is first asked for, and keeps it. */
export function readLate<Told extends object>(read: () => Told): () => Told {
  let told: Told | undefined;
  return () => {
    told ??= read();
    return told;
  };
}
