import { nameFigure, printNumber } from '../answering/compose-figures.ts';
import type { ExplainingAnswerer } from '../answering/create-answerer.ts';

const SHOWN = 6;

/** Renders each stage of an answer: the question as understood, then what was ranked, with scores. */
export function renderExplanation(answerer: ExplainingAnswerer, question: string): string {
  return answerer
    .explain(question)
    .flatMap(({ text, explained }) => {
      const { interpretation, figures, passages, sections } = explained;
      return [
        `问题(规范化):${text}`,
        `时间:${JSON.stringify(interpretation.periods)}  所问的数:${interpretation.quantities.map(({ dimensions, base }) => `${dimensions.join('/') || '任意'}${base}`).join('、') || '无'}`,
        `词:${interpretation.terms.map(({ text: word, role, isKnown }) => `${word}(${role}${isKnown ? '' : ',报告没有'})`).join(' ')}`,
        '数:',
        ...figures
          .slice(0, SHOWN)
          .map(
            ({ context, score, uncovered, fitsDimension, fitsPeriod }) =>
              `  ${score.toFixed(3)} ${printNumber(context)} ${nameFigure(context)}${uncovered.length > 0 ? ` 缺:${uncovered.map((term) => term.text).join('、')}` : ''}${fitsDimension ? '' : ' 量不符'}${fitsPeriod ? '' : ' 年不符'}`,
          ),
        '句:',
        ...passages
          .slice(0, SHOWN)
          .map(
            ({ context, score, uncovered }) =>
              `  ${score.toFixed(3)} ${context.text.slice(0, 50)}${uncovered.length > 0 ? ` 缺:${uncovered.map((term) => term.text).join('、')}` : ''}`,
          ),
        '节:',
        ...sections
          .slice(0, SHOWN)
          .map(
            ({ context, score, isNamed }) =>
              `  ${score.toFixed(3)} ${context.name}${isNamed ? '' : ' (仅正文)'}`,
          ),
        '',
      ];
    })
    .join('\n');
}
