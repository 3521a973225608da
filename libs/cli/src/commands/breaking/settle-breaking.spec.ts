import { describe, expect, it } from '@jest/globals';
import type { PartialConfig } from '../../config/config-schema.js';
import type { BreakingFlags } from './breaking-flags.js';
import { type BreakingPlan, settleBreaking } from './settle-breaking.js';

const settle = (
  clients: readonly PartialConfig[],
  flags: BreakingFlags = {},
  env: Readonly<Record<string, string>> = {},
): readonly BreakingPlan[] =>
  settleBreaking({ path: '/shop/trunkline.config.ts', folder: '/shop', clients }, flags, { cwd: '/shop/tools', env });

const configured: PartialConfig = {
  out: 'api',
  breaking: { against: 'git:main:api/contract.json', level: 'risky', ignore: [{ rule: 'PROCEDURE_REMOVED' }] },
};

describe('settleBreaking', () => {
  it('takes what the configuration says, relative to its folder', () => {
    expect(settle([configured])).toEqual([
      {
        against: 'git:main:api/contract.json',
        folder: '/shop',
        contractPath: '/shop/api/contract.json',
        settings: { level: 'risky', ignore: [{ rule: 'PROCEDURE_REMOVED' }] },
        format: 'text',
      },
    ]);
  });

  it('lets the command line win, relative to where it runs', () => {
    const flags: BreakingFlags = {
      against: 'old.json',
      contract: 'new.json',
      level: 'info',
      category: 'wire',
      ignore: ['KIND_CHANGED', 'PROCEDURE_REMOVED:legacy.*'],
      format: 'json',
    };
    expect(settle([configured], flags)).toEqual([
      {
        against: 'old.json',
        folder: '/shop/tools',
        contractPath: '/shop/tools/new.json',
        settings: {
          level: 'info',
          category: 'wire',
          ignore: [{ rule: 'KIND_CHANGED' }, { rule: 'PROCEDURE_REMOVED', path: 'legacy.*' }],
        },
        format: 'json',
      },
    ]);
  });

  it('annotates in GitHub Actions unless told otherwise', () => {
    const env = { GITHUB_ACTIONS: 'true' };
    expect(settle([configured], {}, env)[0]?.format).toBe('github');
    expect(settle([configured], { format: 'text' }, env)[0]?.format).toBe('text');
  });

  it.each<[string, readonly PartialConfig[], BreakingFlags, string]>([
    [
      'nothing to compare with',
      [{ out: 'api' }],
      {},
      'Nothing says what to compare with: /shop/trunkline.config.ts has no option breaking.against.',
    ],
    ['no contract', [{}], { against: 'a.json' }, 'Nothing says where the contract is'],
    ['several clients and one contract', [configured, configured], { contract: 'a.json' }, 'has 2 configurations'],
    ['a rule that is none', [configured], { ignore: ['KIND_CHANGE'] }, 'Did you mean KIND_CHANGED?'],
  ])('refuses %s', (_what, clients, flags, message) => {
    expect(() => settle(clients, flags)).toThrow(message);
  });
});
