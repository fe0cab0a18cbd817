import { describe, expect, it } from 'vitest';
import { numberGrams, openClassifier } from '../../src/answering/scoring/question-classifier.ts';
import { ANSWERED, packAskedModel, UNANSWERED } from '../../src/knowledge/asked-model.ts';
import { readGrams } from '../../src/search/grams.ts';
import { type ClassifierCase, fitAskedModel } from '../../src/training/fit-classifier.ts';

const asked = (question: string, rest: Partial<ClassifierCase> = {}): ClassifierCase => ({
  grams: [...new Set(readGrams(question))],
  answers: [],
  operands: [],
  computation: null,
  list: null,
  ...rest,
});

const APPLES = 'figure:1-3';
const PEARS = 'figure:7-9';
const CASES = [
  ...['苹果收了多少', '去年苹果收了几吨', '红富士收了多少', '红富士一共几吨'].map((question) =>
    asked(question, { answers: [APPLES] }),
  ),
  ...['梨子收了多少', '去年梨子收了几吨', '雪花梨收了多少'].map((question) =>
    asked(question, { answers: [PEARS] }),
  ),
  ...['苹果和梨子差多少', '红富士比雪花梨多几吨'].map((question) =>
    asked(question, { operands: [APPLES, PEARS] }),
  ),
  ...['苹果卖给了谁', '梨子卖给了谁', '红富士卖给了谁'].map((question) => asked(question)),
  ...['果园今年要做哪几件事', '果园今年抓哪几件'].map((question) => asked(question, { list: 'list:20-26' })),
];

const model = packAskedModel(fitAskedModel(CASES));
const likeliest = (
  table: Exclude<keyof typeof model, 'computations'>,
  question: string,
): string | undefined =>
  [...openClassifier(model[table]).classify(readGrams(question)).probabilities].sort(
    (a, b) => b[1] - a[1],
  )[0]?.[0];

describe('what known questions teach', () => {
  it('is which number other words for it ask for', () => {
    expect(likeliest('answers', '红富士几吨')).toBe(APPLES);
    expect(likeliest('answers', '雪花梨几吨')).toBe(PEARS);
  });

  it('is what a computation is made of', () => {
    const { probabilities } = openClassifier(model.answers).classify(readGrams('红富士比雪花梨多多少'));

    expect(probabilities.get(APPLES)).toBeGreaterThan(0.2);
    expect(probabilities.get(PEARS)).toBeGreaterThan(0.2);
  });

  it('is whether anything answers', () => {
    expect(likeliest('answerable', '雪花梨卖给了谁')).toBe(UNANSWERED);
    expect(likeliest('answerable', '红富士收了多少')).toBe(ANSWERED);
  });

  it('is which list is asked for', () => {
    expect(likeliest('lists', '今年果园要做哪几件')).toBe('list:20-26');
    expect(likeliest('lists', '苹果收了多少')).toBe(UNANSWERED);
  });

  it('is the same each time', () => {
    expect(packAskedModel(fitAskedModel(CASES))).toEqual(model);
  });
});

describe('an opened classifier', () => {
  const classifier = openClassifier(model.answers);

  it('shares one probability out among all that can be asked for', () => {
    const { probabilities, heard } = classifier.classify(readGrams('苹果收了多少'));

    expect([...probabilities.values()].reduce((sum, each) => sum + each, 0)).toBeCloseTo(1);
    expect(heard).toBeGreaterThan(0.5);
  });

  it('says nothing of what it has never heard', () => {
    expect(classifier.classify(readGrams('天气'))).toEqual({ probabilities: new Map(), heard: 0 });
    expect(classifier.classify([])).toEqual({ probabilities: new Map(), heard: 0 });
  });

  it('tells the probability of one alone', () => {
    const grams = readGrams('苹果收了多少');
    const asked = numberGrams(grams, model.answers);
    expect(classifier.probabilityOf(APPLES, asked)).toBe(
      classifier.classify(grams).probabilities.get(APPLES),
    );
    expect(classifier.probabilityOf('figure:0-0', asked)).toBe(0);
    expect(classifier.probabilityOf(APPLES, numberGrams(['天'], model.answers))).toBe(0);
  });

  it('takes no name of an object for a gram', () => {
    expect(classifier.classify(['constructor', '__proto__']).heard).toBe(0);
  });
});
