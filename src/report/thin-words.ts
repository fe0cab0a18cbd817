/** Whether words name nothing that could be measured: only verbs of change, adverbs and particles. */
export function isThin(words: string): boolean {
  return stripThinWords(words).length < 2;
}

/** Takes away the words that say how a number moved or was counted, not what it counts. */
export function stripThinWords(words: string): string {
  return words.replace(
    /[两二三四五六七八九十\d]{1,2}年(?:来)?(?=年均|平均|累计)|(?:到)?(?:19|20)\d{2}年[底末]?|力争|争取|确保|突破|超过|同比|环比|分别|全年|年均|平均|其中|累计|共计|合计|总计|比上年|较上年|上年|增长|增加|提高|上升|下降|减少|降低|增幅|达到|达|为|至|到|了|由|从|约|近|共|均|各|再|又|实现|位居|居|位列|名列|排名|排|占|左右|以上|的|\s|、|和|、/gu,
    '',
  );
}
