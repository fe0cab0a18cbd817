import { describe, expect, it } from 'vitest';
import { describeReceived } from '../../src/knowledge/describe-received.ts';

describe('describeReceived', () => {
  it.each([
    { text: '一份通知\n\n关于召开会议的通知。\n', places: [] },
    { text: '青岚市民政局工作总结\n\n全市新建养老服务站36所。\n', places: ['青岚市', '青岚'] },
  ])('names no place the text does not: $places', ({ text, places }) => {
    expect(describeReceived('received', text).entry.places).toEqual(places);
  });

  it.each([
    { text: '政府工作报告\n\n青岚县人民政府\n\n全县新建养老服务站36所。\n', title: '青岚县政府工作报告' },
    { text: '青岚县2025年工作总结\n\n全县新建养老服务站36所。\n', title: '青岚县2025年工作总结' },
    { text: '一份通知\n\n关于召开会议的通知。\n', title: '一份通知' },
  ])('proposes a title that says whose it is: $title', ({ text, title }) => {
    expect(describeReceived('received', text).entry.title).toBe(title);
  });
});
