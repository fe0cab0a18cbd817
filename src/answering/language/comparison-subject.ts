import type { Operation } from './comparison-patterns.ts';
import { SHARE_ASKED } from './comparison-sides.ts';
import { LESS, MORE } from './comparison-words.ts';

/** Of the words of comparing, those that still name what is compared (`占福彩销售额的比例`). */
export function keepSubject(operation: Operation, words: string): string {
  switch (operation) {
    case 'share':
      return ` 占 ${words.replace(new RegExp(`占比|所占|占|是(?=.)|${SHARE_ASKED}|几成|多大|的`, 'gu'), ' ')} `;
    case 'sum':
      return ` ${words.replace(/(?:钱|资金)?加起来|[加合](?:在|到)?一(?:起|块儿?)|合起来|合计|总和|之和|相加|加总|一共|总[共计]|共|total|sum|in all/gu, ' ')} `;
    case 'reached':
    case 'per':
      return ` ${words} `;
    case 'extreme':
      return ` ${words.replace(
        new RegExp(
          `^(?:哪[一个项类种笔块样家条年边头方面]+|谁)|(?:最|更|比较|得)?(?:${LESS}|${MORE})(?:些|一些|一?点)?$|^最.*$`,
          'gu',
        ),
        ' ',
      )} `;
    default:
      return ' ';
  }
}
