import { contains } from '../../report/span.ts';
import { hanOf } from '../../search/grams.ts';
import { readCounts } from '../answer-period.ts';
import { isGeneralWord, isListQuestion } from '../language/list-questions.ts';
import type { Library } from '../library.ts';
import type { Explained } from '../outcome.ts';
import { matchesPeriod } from '../ranking/matches-period.ts';
import { type Features, flag } from '../scoring/features.ts';
import { explainOutwards, type Rewording } from '../scoring/rewording.ts';
import type { Term } from '../understanding/lexicon.ts';
import { type Listable, placeOfList } from './list-index.ts';
import type { ListCandidate } from './weigh-lists.ts';

/** A share this small or great says no more than one twice as far off. */
const LEAST = 1e-3;

/** A single point lists nothing, but may be asked for by its name. */
const isList = ({ points, name, isNameless }: Listable['context']): boolean =>
  points.length > 1 || (points.length === 1 && name !== '' && !isNameless);

/** The evidence for every list, each seen beside all others. */
export function describeLists(explained: Explained, library: Library): ListCandidate[] {
  const { weighing, interpretation: asked } = explained;
  const listables = library.listIndex().filter(({ context }) => isList(context));
  const { rewording, form: rewordedForm } = weighing.evidence;
  const question = describeQuestion(explained);
  const counts = readCounts(asked.text);
  const masses = shareOut(explained);
  const described = listables.map((listable): ListCandidate => {
    const { context } = listable;
    const form = describeForm(listable);
    const isTimely = asked.period === null || matchesPeriod(context.period, asked.period);
    return {
      context,
      features: {
        ...question,
        ...describeWording(listable, rewording),
        ...describeNaming(listable, explained, library),
        ...describeTerms(listable, explained),
        ...form,
        ...(question.topics === 0 ? ofGeneral(form) : {}),
        countFits: flag(counts.includes(context.points.length)),
        countDiffers: flag(counts.length > 0 && !counts.includes(context.points.length)),
        timeFits: flag(asked.period !== null && isTimely),
        timeDiffers: flag(asked.period !== null && !isTimely),
        sideFits: rewordedForm.sideFits({ kind: 'words', side: context.period?.kind ?? null }),
        ...describeKnown(context, explained),
        timeUnsaid: flag(asked.period !== null && context.period === null),
        aimUnasked: flag(asked.period === null && context.period?.kind === 'target'),
        ...masses(context),
      },
    };
  });
  // A single point says everything a list does.
  const several = described.filter(({ features }) => features.isSingle !== 1);
  const best = COMPARED.map((name) => Math.max(0, ...several.map(({ features }) => features[name] ?? 0)));
  return described.map(({ context, features }) => ({
    context,
    features: { ...features, ...compare(features, best) },
  }));
}

/** How a question asks tells no more for or against a list than this, whatever it sounds like. */
const MOST_FORM = 2;

const oddsOf = (share: number): number =>
  Math.log(Math.max(LEAST, share)) - Math.log(Math.max(LEAST, 1 - share));

/** What of the question speaks for a list of any kind, and how sure a single answer is. */
function describeQuestion({ interpretation: asked, weighing, asksInWords }: Explained): Features {
  const [first] = weighing.ranked;
  const topics = asked.terms.filter(({ role }) => role !== 'soft');
  const { form } = weighing.evidence;
  const isFigure = first?.candidate.kind === 'figure';
  return {
    bias: 1,
    asksForList: flag(isListQuestion(asked.text)),
    asksForNumber: flag(asked.quantities.length > 0),
    asksInWords: flag(asksInWords),
    isName: flag(asked.isNounPhrase),
    formOfList: Math.max(-MOST_FORM, Math.min(MOST_FORM, oddsOf(form.probabilityOf('list')))),
    formOfNothing: form.probabilityOf('nothing'),
    formOfWords: form.kindFits({ kind: 'words', side: null }),
    topics: Math.min(4, topics.length),
    isGeneral: flag(asked.terms.every(({ text, role }) => role === 'soft' && isGeneralWord(text))),
    answeredByNumber: isFigure ? oddsOf(weighing.probability) : oddsOf(0),
    answeredBySentence: isFigure ? oddsOf(0) : oddsOf(weighing.probability),
  };
}

/** How far each part of a list explains the words of the question. */
export function describeWording(
  { name, outline, above, body, points }: Listable,
  rewording: Rewording,
): Features {
  const [explainedName = 0, explainedOutline = 0, explainedBody = 0] = explainOutwards(rewording, [
    name,
    outline,
    body,
  ]);
  const [, explainedAbove = 0, explainedAll = 0] = explainOutwards(rewording, [above, name, outline]);
  const byPoint = points.map((point) => explainOutwards(rewording, [point])[0] ?? 0);
  return {
    explainedName,
    explainedOutline,
    explainedBody,
    explainedAbove,
    explainedAll,
    pointsMean: byPoint.reduce((sum, each) => sum + each, 0) / Math.max(1, byPoint.length),
    pointsLeast: Math.min(1, ...byPoint),
  };
}

/** What known questions like this one say of a list; nothing where none are known. */
function describeKnown(context: Listable['context'], { weighing }: Explained): Features {
  const list = weighing.evidence.classified.get(context.known.report.id)?.list;
  if (!list) return {};
  const odds = oddsOf(list.probability) - oddsOf(0);
  return { isKnown: 1, [list.place === placeOfList(context) ? 'knownFor' : 'knownForOther']: odds };
}

/** What of its name the question says, and what it leaves out. */
function describeNaming(
  { name, context }: Listable,
  { weighing, interpretation: asked }: Explained,
  { weigher: { index } }: Library,
): Features {
  const { sayable } = weighing.evidence;
  let [said, whole] = [0, 0];
  for (const gram of name) {
    const weight = index.weightOfNumber(gram);
    whole += weight;
    if (sayable[gram] === 1) said += weight;
  }
  const asking = hanOf(asked.text);
  const run = commonRun(asking, hanOf(context.name));
  return {
    nameUnasked: whole === 0 ? 1 : 1 - said / whole,
    commonRun: Math.min(MOST_RUN, run) / MOST_RUN,
    saysName: run / Math.max(1, asking.length),
  };
}

/** Which terms of the question a list says, and where; the kind of thing asked for need not be said. */
function describeTerms(
  { context: { name, outline, body, pointTexts }, nouns }: Listable,
  { interpretation: { terms }, sought: { kinds, focus }, weighing }: Explained,
): Features {
  const isSaid = ({ alternatives }: Term, text: string): boolean =>
    alternatives.some((word) => text.includes(word));
  const isInMost = (term: Term): boolean =>
    2 * pointTexts.filter((text) => isSaid(term, text)).length > pointTexts.length;
  const words = terms.flatMap(({ alternatives }) => alternatives);
  // A noun nobody asked for, right beside a topic or one word with it: 社会组织党建 is a part of 社会组织.
  const narrowing = nouns.filter(({ text }) => {
    const rest = words.reduce((left, word) => left.replace(word, ''), text);
    return rest.length > 1 && !isGeneralWord(rest);
  });
  const isNarrowed = ({ alternatives }: Term): boolean =>
    narrowing.some(({ text, start, end }) =>
      alternatives.some(
        (word) => text.includes(word) || name.startsWith(word, end) || name.slice(0, start).endsWith(word),
      ),
    );
  const shareOf = (among: readonly Term[], isSuch: (term: Term) => boolean): number =>
    among.filter(isSuch).length / Math.max(1, among.length);
  const topics = terms.filter((term) => term.role !== 'soft' && !kinds.has(term));
  const soft = terms.filter(({ role, text }) => role === 'soft' && !isGeneralWord(text));
  return {
    topicsNamed: shareOf(topics, (term) => isSaid(term, name)),
    topicsAsSaid: shareOf(topics, ({ text }) => name.includes(text)),
    // Words that only known questions teach are cut wrongly elsewhere (`货运|物流量`).
    ...(weighing.evidence.classified.size > 0 ? { topicsNarrowed: shareOf(topics, isNarrowed) } : {}),
    topicsOutlined: shareOf(topics, (term) => !isSaid(term, name) && isSaid(term, outline)),
    topicsInMost: shareOf(topics, isInMost),
    topicsUnsaid: shareOf(topics, (term) => !isSaid(term, name) && !isSaid(term, body)),
    softNamed: shareOf(soft, (term) => isSaid(term, name)),
    focusElsewhere: shareOf(focus, (term) => !isSaid(term, name) && !isInMost(term)),
    kindsUnsaid: shareOf([...kinds], (term) => !isSaid(term, name) && !isSaid(term, body)),
  };
}

/** Longer runs of the same characters say no more. */
const MOST_RUN = 10;

/** How many characters in a row two texts share at most. */
function commonRun(one: string, other: string): number {
  let longest = 0;
  // How long the run is that ends at each character of the other text; from behind, so that the one before is still told.
  const runs = new Uint8Array(other.length + 1);
  for (const character of one)
    for (let at = other.length; at > 0; at -= 1) {
      const run = other.charAt(at - 1) === character ? Math.min(255, (runs[at - 1] ?? 0) + 1) : 0;
      runs[at] = run;
      if (run > longest) longest = run;
    }
  return longest;
}

/** The form of a list weighs otherwise where nothing but general words is said. */
const ofGeneral = (form: Features): Features =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [`general.${name}`, value]));

/** What kind of list it is. */
function describeForm({ context }: Listable): Features {
  const { depth, points, outline, isIntroduction, isNameless, span, known } = context;
  const isDivided = points.every((point) =>
    known.report.sections.some(({ heading }) => heading.start === point.start),
  );
  return {
    isIntroduction: flag(isIntroduction === true),
    isNameless: flag(isNameless === true),
    isWhole: flag(context.above === ''),
    isDivided: flag(isDivided),
    isNamed: flag(outline !== ''),
    depth: Math.min(4, depth) / 4,
    isPart: flag(depth <= 1 && isIntroduction !== true),
    points: Math.log(1 + points.length),
    isSingle: flag(points.length === 1),
    length: Math.log(1 + (span.end - span.start) / 100),
    pointLength: Math.log(1 + (span.end - span.start) / Math.max(1, points.length) / 30),
  };
}

/** How much of what answers a question one by one stands in a list. */
function shareOut({ weighing: { ranked } }: Explained): (context: Listable['context']) => Features {
  const best = ranked[0]?.score ?? 0;
  const powers = ranked.map(({ score }) => Math.exp((score - best) / 2));
  const total = powers.reduce((sum, power) => sum + power, 0) || 1;
  const [first] = ranked;
  return ({ span, title, known }) => {
    const inside = ranked.reduce(
      (sum, { candidate }, at) =>
        candidate.known === known && contains(span, candidate.span) ? sum + (powers[at] ?? 0) : sum,
      0,
    );
    const isOwn = first !== undefined && first.candidate.known === known;
    return {
      inside: inside / total,
      firstInside: flag(isOwn && contains(span, first.candidate.span)),
      firstIsTitle: flag(
        isOwn && first.candidate.span.start < title.end && title.start < first.candidate.span.end,
      ),
    };
  };
}

const COMPARED = [
  'explainedName',
  'explainedOutline',
  'explainedBody',
  'explainedAll',
  'pointsMean',
  'inside',
] as const;

/** How far it falls behind the best of all lists in each kind of evidence. */
function compare(features: Features, best: readonly number[]): Features {
  return Object.fromEntries(
    COMPARED.map((name, at) => [`behind.${name}`, Math.max(0, (best[at] ?? 0) - (features[name] ?? 0))]),
  );
}
