import { nameFigure, printNumber } from '../answering/compose-figures.ts';
import type { ExplainingAnswerer } from '../answering/create-answerer.ts';
import { explainDecision } from '../answering/scoring/model.ts';
import { decisionFeatures, SURE, type Weighing } from '../answering/scoring/weigh.ts';

const SHOWN = 6;

/** The features that moved the decision most, with what each added to or took from the log-odds. */
function explainWeighing({ ranked, model, evidence }: Weighing): string[] {
  const features = decisionFeatures(ranked, evidence.rewording);
  if (!features) return [];
  return explainDecision(features, model)
    .slice(0, SHOWN)
    .map(
      ([name, moved]) =>
        `${name}=${(features[name] ?? 0).toFixed(2)}(${moved >= 0 ? '+' : ''}${moved.toFixed(2)})`,
    );
}

/** Renders each stage of an answer: the question as understood, then what was ranked, with scores. */
export function renderExplanation(answerer: ExplainingAnswerer, question: string): string {
  return answerer
    .explain(question)
    .flatMap(({ text, explained, lists }) => {
      const { interpretation, weighing } = explained;
      return [
        `问题（规范化）：${text}`,
        `时间：${JSON.stringify(interpretation.periods)}  所问的数：${interpretation.quantities.map(({ dimensions, base }) => `${dimensions.join('/') || '任意'}${base}`).join('、') || '无'}`,
        `词：${interpretation.terms.map(({ text: word, role, isKnown }) => `${word}(${role}${isKnown ? '' : '，报告没有'})`).join(' ')}`,
        `把握：${weighing.probability.toFixed(3)}（达到 ${SURE.toFixed(3)} 才作答）`,
        ...weighing.ranked
          .slice(0, SHOWN)
          .map(
            ({ candidate, score }) =>
              `  ${score.toFixed(3)} ${candidate.kind === 'figure' ? `${printNumber(candidate.context)} ${nameFigure(candidate.context)}` : candidate.context.text.slice(0, 50)}`,
          ),
        `依据：${explainWeighing(weighing).join('、')}`,
        '节：',
        ...lists.slice(0, SHOWN).map(({ context, power }) => `  ${power.toFixed(3)} ${context.name}`),
        '',
      ];
    })
    .join('\n');
}
