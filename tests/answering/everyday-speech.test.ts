import { describe, expect, it } from 'vitest';
import { realAnswerer } from '../support/real-knowledge.ts';

describe('questions as people say them', () => {
  it.each([
    ['城头人吃低保一个月拿好多', '546元'],
    ['乡头的低保一个月几多钱', '410元'],
    ['低保兜住了好多人嘛', '89.2万人'],
    ['临时救助花销是多少', '5.3亿元'],
    ['遭灾的老百姓有好多人得到照顾', '72万名'],
    ['低保专项治理揪出来好多违规的案子', '9件'],
    ['现如今养老院拢共好多家', '1403个'],
    ['养老床铺有好多张', '21.8万张'],
    ['租房子办养老院每张床政府贴好多钱', '5000元'],
    ['给群众解决了好多件烦心事', '58万余件'],
    ['摆平了多少起扯皮的事', '23万余件'],
    ['基层的担子减轻了好多', '40%以上'],
    ['志愿服务总共记了好多钟头', '6080万小时'],
    ['私自修骨灰堂的查了好多家', '13家'],
    ['抱养娃儿的登记了几例', '162例'],
    ['没爹没妈的娃儿保障了好多个', '4000余名'],
    ['没爹妈的孩子多少个生活有着落了', '4000余名'],
    ['租别个的房子开养老院,一张床现在补几多', '5000元'],
    ['房子产权是自己的,拿来办养老院,一张床位现在补多少', '1万元'],
  ])('understands %s', (question, value) => {
    const answer = realAnswerer.answer(question);

    expect(answer.status).toBe('answered');
    expect(answer.answers[0]?.text.replaceAll(/\s/gu, '')).toContain(value);
  });

  it.each(['吃饭了没', '你吃饭了吗?', '吃了没得哦', '中午吃饭没'])('takes %s for small talk', (question) => {
    expect(realAnswerer.answer(question).reason).toBe('not-a-question');
  });

  it.each([
    '低保罚了多少钱',
    '骗低保的有多少人',
    '养老床位空着多少张',
    '养老机构关停好多家',
    '低保对象去世多少人',
    '本月福彩销售多少',
    '上个月救助多少人次',
    '春节救助了多少人',
    '去年撤掉了多少社区养老服务站',
    '青年志愿者多少人',
    '私人办的养老院多少家',
  ])('does not take %s for the number of the whole', (question) => {
    expect(realAnswerer.answer(question).status).toBe('abstained');
  });
});
