import { describe, expect, it } from 'vitest';
import { adviseSetup } from '../src/setup-advice.ts';

describe('adviseSetup', () => {
  it.each([
    { code: 'config_invalid', names: '.env.example' },
    { code: 'address_unavailable', names: 'PORT' },
    { code: 'slack_failed', names: 'SLACK_BOT_TOKEN' },
    { code: 'storage_failed', names: 'DATABASE_FILE' },
    { code: 'knowledge_invalid', names: 'npm run knowledge:check' },
  ] as const)('says in Chinese what to do about $code, naming $names', ({ code, names }) => {
    expect(adviseSetup(code)).toMatch(/^\p{Script=Han}.*。\n$/u);
    expect(adviseSetup(code)).toContain(names);
  });

  it('says nothing about what is no matter of setting up', () => {
    expect(adviseSetup('input_invalid')).toBe('');
  });
});
