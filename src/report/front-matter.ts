import type { Exclusion } from './report.ts';

/** What a web page puts around a text: buttons, sizes of type, the way to the page. */
const PAGE_CONTROLS = [
  '下载|打印(?:本页)?|全屏|收藏|分享(?:到|至)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|朗读|无障碍(?:浏览)?|纠错|扫一扫',
  '字[号体]大?小?|[大中小]|加大|减小|放大|缩小|还原|默认|繁体|简体|微信|微博|QQ空间|复制链接|上一[篇页条]|下一[篇页条]',
].join('|');
const ONLY_CONTROLS = new RegExp(`^(?:${PAGE_CONTROLS})*$`, 'u');
const PATH_TO_PAGE = /^(?:您?的?(?:当前|现在|所在)(?:的)?位置\s*:|首页\s*[>»])/u;

/** Whether a width-folded line belongs to the web page and not to the text on it. */
const isPageControl = (text: string): boolean =>
  PATH_TO_PAGE.test(text) || ONLY_CONTROLS.test(text.replace(/[\s[\]【】|:>»·/()+-]/gu, ''));

/**
 * Says why a width-folded line is not content of the report, wherever it stands, or null if it may be.
 * Recognised by class, not by wording: notes of reading apps and web pages, and notes about who wrote the text.
 */
export function classifyNoise(text: string): Exclusion['reason'] | null {
  if (text === '') return 'blank';
  if (isPageControl(text)) return 'page-furniture';
  if (text.length <= 40 && !text.includes('。')) {
    if (
      /(?:APP|客户端|公众号|小程序|扫码|二维码|点击|阅读器).*(?:看|读|更新|下载|关注|访问|下一页|查看)/iu.test(
        text,
      )
    )
      return 'advertisement';
    if (/(?:下载|关注|扫描|打开).*(?:APP|客户端|公众号|小程序|二维码)/iu.test(text)) return 'advertisement';
    if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return 'advertisement';
  }
  if (
    /^[([【]?\s*(?:执笔人?|撰稿人?|作者|供稿人?|撰写|审稿人?|审核|责任编辑|编辑|校对|来源|记者|摄影|图)\s*[::]?\s*[^。]{1,40}[)\]】]?$/u.test(
      text,
    )
  ) {
    return /[::(]/.test(text) ? 'author-note' : null;
  }
  if (
    /^(?:时间|日期|发布(?:时间|日期|机构)|成文日期|浏览(?:次数|量)?|点击数?|阅读(?:次数|量)?|字号|字体|索引号|文号|主题分类|组配分类|公开方式|信息来源)(?:\s*:|\s+)[^。]{0,60}$/u.test(
      text,
    )
  )
    return 'author-note';
  // The caption of a photograph: `张三作政府工作报告。本报记者 李四摄`.
  if (text.length <= 60 && /(?:记者|通讯员)\s*\S{2,12}\s*\S{0,8}[摄图][)\]】]?$/u.test(text))
    return 'author-note';
  return null;
}

/** Whether a width-folded line above the first heading names who publishes the report. */
export function isPublisher(text: string): boolean {
  return /^[^\d。,;]{2,30}(?:局|厅|委|委员会|政府|办公室|部|院|处|署|中心|集团|公司)$/u.test(text);
}

const BYLINES: readonly RegExp[] = [
  /^(?:[—\-(]|.{0,4}\d{4}年\d{1,2}月)/u,
  /^.{0,16}(?:(?:省|市|区|县|州|镇|乡|局|厅|旗)长|主席|主任|书记|盟长)\s*\S{1,4}(?:\s+\S{1,3})?$/u,
  /^(?:各位|尊敬的|同志们)/u,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/u,
  /^在\S{2,24}(?:大会|会议)\S{0,8}上?$/u,
  /^\S{0,24}(?:代表大会|会议)\S{0,8}上$/u,
];

/** Whether a width-folded line above the first heading says when, where or by whom the report was given. */
export function isByline(text: string): boolean {
  return BYLINES.some((pattern) => pattern.test(text));
}
