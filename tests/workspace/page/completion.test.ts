import { describe, expect, it } from 'vitest';
import { applyCompletion, findCompletions } from '../../../src/workspace/page/completion.ts';

const sources = {
  commands: [{ name: '/policy', description: '查报告', usageHint: '问题' }],
  people: [
    { id: 'U1', name: '工作人员', isBot: false },
    { id: 'B1', name: '报告助手', isBot: true },
  ],
};

describe('findCompletions', () => {
  it.each([
    { text: '/', offers: ['/policy 问题'] },
    { text: '/pol', offers: ['/policy 问题'] },
    { text: '/x', offers: [] },
    { text: '/policy 低保', offers: [] },
    { text: '看 /p', offers: [] },
    { text: '@', offers: ['@报告助手', '@工作人员'] },
    { text: '请 @工', offers: ['@工作人员'] },
    { text: 'a@b c', offers: [] },
  ])('offers $offers after “$text”', ({ text, offers }) => {
    expect(findCompletions(text, text.length, sources).map(({ label }) => label)).toEqual(offers);
  });

  it('replaces only what was being written, wherever the caret stands', () => {
    const [first] = findCompletions('请 @报 看看', 4, sources);

    expect(first && applyCompletion('请 @报 看看', first)).toBe('请 @报告助手  看看');
  });
});
