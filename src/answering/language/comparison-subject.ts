import type { Operation } from './comparison-patterns.ts';
import { SHARE_ASKED } from './comparison-sides.ts';
import { LESS, MORE } from './comparison-words.ts';

/** Of the words of comparing, those that still name what is compared (`占福彩销售额的比例`). */
export function keepSubject(operation: Operation, words: string): string {
  const drop = (pattern: RegExp): string => ` ${words.replace(pattern, ' ')} `;
  switch (operation) {
    case 'share':
      return ` 占 ${words.replace(new RegExp(`占比|所占|占|是(?=.)|${SHARE_ASKED}|几成|多大|的`, 'gu'), ' ')} `;
    case 'sum':
      return drop(
        /(?:钱|资金)?加起来|[加合](?:在|到)?一(?:起|块儿?)|合起来|合计|总和|之和|相加|加总|一共|总[共计]|共|total|sum|in all/gu,
      );
    case 'reached':
      return drop(
        /达到|达成|实现|完成|符合|满足|做到|超过|不低于|没有|没得|了没|了吗|吗|达标|是否|有没有|是不是|已经?|要求|目标|了|没$/gu,
      );
    case 'extreme':
      return drop(
        new RegExp(
          `^(?:哪[一个项类种笔块样家条年边头方面]+|谁)|(?:最|更|比较|得)?(?:${LESS}|${MORE})(?:些|一些|一?点)?$|^最.*$`,
          'gu',
        ),
      );
    case 'per':
      return drop(
        /平均(?:下来|算下来|算)?|[均摊分]到|下来|合|摊|划|大约|大概|多少|均摊|平摊|人头上?|按|照/gu,
      );
    default:
      return ' ';
  }
}
