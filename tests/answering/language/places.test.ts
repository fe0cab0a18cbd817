import { describe, expect, it } from 'vitest';
import { isPlaceName } from '../../../src/answering/language/places.ts';
import { realAnswerer } from '../../support/real-knowledge.ts';

describe('isPlaceName', () => {
  it.each(['成都', '四川省', '内蒙古自治区', '湘西自治州', '新加坡'])('knows %s', (word) => {
    expect(isPlaceName(word)).toBe(true);
  });

  it.each(['低保', '城市', '养老', '省级'])('takes %s for no place', (word) => {
    expect(isPlaceName(word)).toBe(false);
  });
});

describe('a place the report writes short', () => {
  it('is found by its name', () => {
    expect(realAnswerer.answer('跟湖南的省界一起,县级界线要联检几条').answers[0]).toMatchObject({
      value: '16',
    });
  });

  it('is no answer about another place', () => {
    expect(realAnswerer.answer('贵州的低保标准是多少').status).toBe('abstained');
  });
});
