import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { packAskedModel } from '../../src/knowledge/asked-model.ts';
import { buildKnowledge, readKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { fitAskedModel } from '../../src/training/fit-classifier.ts';

const SEED = {
  name: 'town.txt',
  text: '青禾县民政工作\n青禾县民政局\n一、2018年工作回顾\n全年发放低保金3.2亿元。新建养老院12所。\n二、2019年工作目标\n新建养老院15所。\n',
};
const read = (text: string) =>
  readKnowledge({ seeds: [SEED], knowledge: [{ name: 'asked/town.model.json', text }] });

const [figure] = buildKnowledge({ seeds: [SEED], knowledge: [] }).reports[0]?.figures ?? [];
const modelOf = (place: string) =>
  fitAskedModel([
    { grams: ['低', '保', '低保'], answers: [place], operands: [], computation: null, list: null },
    { grams: ['低', '保', '低保'], answers: [place], operands: [], computation: null, list: null },
  ]);

describe('what was learned from the questions known for a report', () => {
  it('is read with the report', () => {
    const model = modelOf(`figure:${figure?.start}-${figure?.end}`);
    const { knowledge, issues } = read(JSON.stringify(model));

    expect(issues).toEqual([]);
    expect(knowledge.models.get('town')).toEqual(packAskedModel(model));
  });

  it.each([
    {
      text: '{"answers":',
      says: 'asked/town.model.json:1: not a model of known questions; run npm run train',
    },
    { text: '{"answers":{}}', says: 'asked/town.model.json:1: not a model of known questions' },
    {
      text: JSON.stringify(modelOf('figure:1-2')),
      says: 'asked/town.model.json:1: figure:1-2 is no number or sentence',
    },
  ])('is named by file when it does not fit, and left out: $says', ({ text, says }) => {
    const { knowledge, issues } = read(text);

    expect(issues[0]).toContain(says);
    expect(knowledge.models.size).toBe(0);
    expect(createAnswerer(knowledge).answer('2018年发放了多少低保金').answers[0]).toMatchObject({
      value: '3.2',
    });
  });

  it.each(['0', '0 x', '7 5', '0 40000', '', 7])(
    'is not read from lines that are no places and weights: %s',
    (line) => {
      const lists = { classes: ['none'], biases: [0], grams: { 保: line } };
      const { knowledge, issues } = read(JSON.stringify({ ...modelOf('figure:1-2'), lists }));

      expect(issues[0]).toContain('not a model of known questions');
      expect(knowledge.models.size).toBe(0);
    },
  );
});
