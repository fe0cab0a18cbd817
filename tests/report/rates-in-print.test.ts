import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/report/numbers.ts';

describe('units of two parts', () => {
  it.each([
    ['公路密度143.47公里/百平方公里', '公里/百平方公里'],
    ['藏品5017.2万件/套', '万件/套'],
    ['平均房价370.8元/间夜', '元/间夜'],
    ['外借78299万册次', '万册次'],
    ['人口密度4360人/平方公里', '人/平方公里'],
    ['单产412.6公斤/亩', '公斤/亩'],
    ['补贴1.2万元/套', '万元/套'],
    ['平均保障标准6362.2元/人·年', '元/人·年'],
    ['献血量2692.7万单位', '万单位'],
    ['标准710元/月', '元/月'],
    ['能耗0.3吨标准煤/万元', '吨标准煤/万元'],
    ['水价3.2元/立方米', '元/立方米'],
  ])('are read whole in %s', (text, unit) => {
    expect(findNumbers(text)).toMatchObject([{ kind: 'figure', unit }]);
  });
});
