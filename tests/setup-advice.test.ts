import { describe, expect, it } from 'vitest';
import { adviseCommentedOut, adviseMisspelt, adviseSetup } from '../src/setup-advice.ts';

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

describe('adviseMisspelt', () => {
  it.each([
    { typed: 'TARGET_MANGERS', meant: 'TARGET_MANAGERS' },
    { typed: 'TARGET_MANAGER', meant: 'TARGET_MANAGERS' },
    { typed: 'DIGEST_GRACE_HOUR', meant: 'DIGEST_GRACE_HOURS' },
    { typed: 'SEED_DIR', meant: 'SEEDS_DIR' },
    { typed: 'DATABASE_FLIE', meant: 'DATABASE_FILE' },
    { typed: 'FEEDBACKTO', meant: 'FEEDBACK_TO' },
  ])('names $meant where $typed was written, and no value', ({ typed, meant }) => {
    const [advice, ...others] = adviseMisspelt({ [typed]: 'xoxb-secret' });

    expect(advice).toContain(`${typed} is no variable of the bot and is not read; ${meant} is`);
    expect(advice).not.toContain('secret');
    expect(others).toEqual([]);
  });

  it('says nothing of variables of the machine and of those that are read', () => {
    const machine = { HOME: '/', PATH: '/bin', HOSTNAME: 'a', HTTP_PROXY: '', LANG: 'C', PWD: '/' };

    expect(adviseMisspelt({ ...machine, TARGET_MANAGERS: 'U1', PORT: '1' })).toEqual([]);
  });
});

describe('adviseCommentedOut', () => {
  it.each([
    'FEEDBACK_TO=#民政',
    'FEEDBACK_TO= #民政',
    'PORT=3000\nFEEDBACK_TO=#general\n',
    'export FEEDBACK_TO=#民政',
  ])('says of %j that nothing was set, and no value', (file) => {
    const [advice, ...others] = adviseCommentedOut(file);

    expect(advice).toContain('FEEDBACK_TO is empty: what begins with # in .env is a comment');
    expect(advice).toContain('没有读到值');
    expect(advice).not.toMatch(/民政|general/u);
    expect(others).toEqual([]);
  });

  it.each([
    'FEEDBACK_TO=',
    'FEEDBACK_TO=\n#PORT=1',
    'FEEDBACK_TO="#民政"',
    'FEEDBACK_TO= # empty: only kept',
    '# FEEDBACK_TO=#民政',
    'OTHER=#x',
  ])('says nothing of %j', (file) => {
    expect(adviseCommentedOut(file)).toEqual([]);
  });
});
