import { pinyin } from 'pinyin-pro';

/** A misspelt word of a question and the word it is taken for; offsets are into the question. */
export type Correction = {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly word: string;
};

export type TypoCorrector = {
  /**
   * Finds words of a normalised question that are no words the reports use but sound or look like one. `isKnown`
   * says whether a stretch of text is fine as it is. Longer corrections win; they never overlap.
   */
  findCorrections(question: string, isKnown: (text: string) => boolean): readonly Correction[];
};

/** Words shorter than this have too many neighbours, longer ones are found by their parts. */
const WORD_CHARS = { min: 2, max: 5 } as const;

/**
 * Pairs of common characters that are mistaken for each other by shape, not by sound (残/浅 and the like share neither).
 * General handwriting and OCR confusions, not words of any report.
 */
const LOOKALIKES: readonly string[] = [
  '未末',
  '己已巳',
  '孤弧狐',
  '抚扶',
  '析折',
  '候侯',
  '拨拔',
  '治冶',
  '账帐',
  '贷货',
  '赔陪',
  '幼幻',
  '待侍',
  '住往',
  '设没',
  '历厉',
  '睛晴',
  '纪记',
  '捐损',
  '恤血',
  '残浅',
  '募慕幕',
  '券卷',
  '祭察',
  '殡嫔',
  '葬莽',
  '佰伯',
  '戍戌',
  '乌鸟',
  '兔免',
  '土士',
  '人入',
  '太大犬',
  '天夭',
  '日目',
  '由田甲',
  '司可',
  '壮状',
  '问间',
  '困因',
  '团困',
  '员贝',
  '圆园',
  '墓暮',
  '养差',
  '老考',
  '优忧',
  '付什',
  '徒陡',
  '籍藉',
];

/**
 * Creates the corrector of a vocabulary. Words are taken for one another when they have the same length, share a
 * character, and differ only in characters that sound alike (tones, zh/z, ch/c, sh/s, n/l and -ng/-n aside, as many
 * speakers do) or look alike.
 */
export function createTypoCorrector(vocabulary: Iterable<string>): TypoCorrector {
  const readings = new Map<string, string>();
  const soundOf = (character: string): string => {
    const known = readings.get(character);
    if (known !== undefined) return known;
    const sound = foldSound(pinyin(character, { toneType: 'none' }));
    readings.set(character, sound);
    return sound;
  };
  const lookalikes = new Map<string, string>(
    LOOKALIKES.flatMap((group) => [...group].map((character): [string, string] => [character, group])),
  );
  const isConfusable = (a: string, b: string): boolean =>
    a === b || soundOf(a) === soundOf(b) || (lookalikes.get(a)?.includes(b) ?? false);

  // Every candidate shares a character with what was written, at the same place: that is the index.
  const byCharacter = new Map<string, string[]>();
  for (const word of [...new Set(vocabulary)].sort()) {
    if (!/^\p{Script=Han}+$/u.test(word) || word.length < WORD_CHARS.min || word.length > WORD_CHARS.max)
      continue;
    for (let at = 0; at < word.length; at += 1) {
      const key = `${word.length}:${at}:${word.charAt(at)}`;
      byCharacter.set(key, [...(byCharacter.get(key) ?? []), word]);
    }
  }

  function findWord(written: string): string | undefined {
    for (let at = 0; at < written.length; at += 1) {
      const candidates = byCharacter.get(`${written.length}:${at}:${written.charAt(at)}`) ?? [];
      const found = candidates.find(
        (word) =>
          word !== written &&
          [...word].every((character, index) => isConfusable(character, written.charAt(index))),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }

  return {
    findCorrections(question, isKnown) {
      const corrections: Correction[] = [];
      for (let length: number = WORD_CHARS.max; length >= WORD_CHARS.min; length -= 1) {
        for (let start = 0; start + length <= question.length; start += 1) {
          const end = start + length;
          const written = question.slice(start, end);
          if (!/^\p{Script=Han}+$/u.test(written) || isKnown(written)) continue;
          if (corrections.some((other) => other.start < end && start < other.end)) continue;
          const word = findWord(written);
          if (word !== undefined) corrections.push({ start, end, written, word });
        }
      }
      return corrections.sort((a, b) => a.start - b.start);
    },
  };
}

/** One spelling for sounds many speakers do not tell apart. */
function foldSound(sound: string): string {
  return sound
    .replace(/^zh/, 'z')
    .replace(/^ch/, 'c')
    .replace(/^sh/, 's')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n');
}
