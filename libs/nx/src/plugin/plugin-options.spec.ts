import { describe, expect, it } from '@jest/globals';
import { settleOptions } from './plugin-options.js';

describe('settleOptions', () => {
  it('lets nx.json name targets', () => {
    expect(settleOptions(undefined)).toMatchObject({ generateTargetName: 'generate', watchTargetName: 'watch-api' });
    expect(settleOptions({ checkTargetName: 'api-check' })).toMatchObject({ checkTargetName: 'api-check' });
  });

  it.each([
    [{ chekTargetName: 'a' }, 'has no option chekTargetName; it has generateTargetName, '],
    [{ checkTargetName: 7 }, 'the option checkTargetName of the plugin @trunkline/nx is 7'],
    [{ checkTargetName: '' }, 'it has to be the name of a target'],
  ])('refuses %j', (options, message) => {
    expect(() => settleOptions(options)).toThrow(message);
  });
});
