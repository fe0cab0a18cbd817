import { describe, expect, it } from 'vitest';
import { readMessageText } from '../../src/slack/read-message-text.ts';

describe('readMessageText', () => {
  it.each([
    { text: '<@U123> 低保标准?', read: '低保标准?' },
    { text: '低保 <@U123|wang> 标准', read: '低保 标准' },
    { text: '<!here> <!subteam^S1|@team> 低保', read: '低保' },
    { text: '看 <#C1|policy> 的 <https://a.example|年鉴>', read: '看 policy 的 年鉴' },
    { text: '看 <#C1> <https://a.example>', read: '看' },
    { text: '低保标准 https://a.example/b?c=1&amp;d=2 多少', read: '低保标准 多少' },
    { text: '低保标准（见https://a.example/b）', read: '低保标准（见 ）' },
    { text: '&lt;b&gt; A&amp;B', read: '<b> A&B' },
    { text: '&amp;lt;', read: '&lt;' },
    { text: '  低保\n标准  ', read: '低保\n标准' },
    { text: '低保标准:+1::skin-tone-3:', read: '低保标准' },
    { text: ':wave: 低保 :man-woman-girl::100: 标准 :-1:', read: '低保 标准' },
    { text: '10:30:45 低保:农村:城市', read: '10:30:45 低保:农村:城市' },
    { text: '比例1:0.75:2', read: '比例1:0.75:2' },
    { text: '看 <https://a.example:8080/b:c>', read: '看' },
    { text: '<@U123> /policy 低保标准', read: '低保标准' },
    { text: '', read: '' },
  ])('reads “$text” as “$read”', ({ text, read }) => {
    expect(readMessageText(text)).toBe(read);
  });
});
