import { describe, expect, it } from 'vitest';
import { parseMrkdwn } from '../../../src/workspace/page/blocks/parse-mrkdwn.ts';

const text = (content: string) => ({ kind: 'text', text: content });

describe('parseMrkdwn', () => {
  it.each([
    { source: '*粗*', parts: [{ kind: 'bold', parts: [text('粗')] }] },
    {
      source: '标准:*546元*。',
      parts: [text('标准:'), { kind: 'bold', parts: [text('546元')] }, text('。')],
    },
    { source: '2*3*4', parts: [text('2*3*4')] },
    {
      source: '_斜_ ~删~',
      parts: [{ kind: 'italic', parts: [text('斜')] }, text(' '), { kind: 'strike', parts: [text('删')] }],
    },
    { source: '`*不粗*`', parts: [{ kind: 'code', text: '*不粗*' }] },
    { source: '&lt;!channel&gt; &amp;', parts: [text('<!channel> &')] },
    {
      source: '<https://a.cn/?x=1&amp;y=2|看>',
      parts: [{ kind: 'link', url: 'https://a.cn/?x=1&y=2', label: '看' }],
    },
    {
      source: '<@U1> <#C1|周报> <!here>',
      parts: [
        { kind: 'user', id: 'U1' },
        text(' '),
        { kind: 'channel', id: 'C1' },
        text(' '),
        { kind: 'special', label: '@here' },
      ],
    },
    { source: '&gt; 引\n正', parts: [{ kind: 'quote', parts: [text('引')] }, text('正')] },
  ])('reads $source', ({ source, parts }) => {
    expect(parseMrkdwn(source)).toEqual(parts);
  });
});
