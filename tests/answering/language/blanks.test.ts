import { describe, expect, it } from 'vitest';
import { fillBlanks } from '../../../src/answering/language/blanks.ts';

describe('the blanks of a draft', () => {
  it.each([
    ['全年保障低保对象(?)万人', '全年保障低保对象多少万人'],
    ['全市养老机构( )个', '全市养老机构多少个'],
    ['覆盖率达()%', '覆盖率达多少%'],
    ['出台___项地方标准', '出台多少项地方标准'],
    ['新增床位xx张', '新增床位多少张'],
    ['建成[数字]公里', '建成多少公里'],
    ['"出台___项民政地方标准"这个空填几', '"出台多少项民政地方标准'],
    ['城乡低保差距"缩小到不低于( )",填什么', '城乡低保差距"缩小到不低于多少'],
  ])('%s', (draft, asked) => {
    expect(fillBlanks(draft)).toBe(asked);
  });

  it.each(['社区养老服务中心(站)有多少', '老年产业博览会(重庆)是第几届', '怎么填表', 'A-B两地', '低保标准?'])(
    'are not seen in %s',
    (question) => {
      expect(fillBlanks(question)).toBe(question);
    },
  );
});
