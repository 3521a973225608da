import { describe, expect, it } from '@jest/globals';
import { configSchema, optionNames } from './config-schema.js';

describe('configSchema', () => {
  it('takes a part of the settings, since the command line may have the others', () => {
    expect(configSchema.safeParse({}).success).toBe(true);
    expect(configSchema.safeParse({ out: 'api' }).success).toBe(true);
  });

  it('knows every option that it names, and no other', () => {
    for (const name of optionNames[''] ?? []) {
      const result = configSchema.safeParse({ [name]: Symbol('of no type that an option has') });
      expect([name, result.error?.issues[0]?.code]).toEqual([name, expect.not.stringMatching('unrecognized_keys')]);
    }
    expect(configSchema.safeParse({ other: 1 }).error?.issues[0]?.code).toBe('unrecognized_keys');
  });
});
