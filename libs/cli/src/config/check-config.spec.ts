import { describe, expect, it } from '@jest/globals';
import { checkConfig } from './check-config.js';
import { ConfigError } from './config-error.js';

function problemOf(value: unknown): string {
  try {
    checkConfig(value, 'trunkline.config.ts');
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('checkConfig', () => {
  it('gives back what is right, without what is undefined', () => {
    const config = {
      router: 'src/router.ts#appRouter',
      out: 'libs/api-client',
      tsconfig: undefined,
      read: 'both',
      importTimeoutMs: 5000,
      nodeArguments: ['--conditions=development'],
      python: false,
      breaking: { against: 'git:main:contract.json', ignore: [{ rule: 'PROCEDURE_REMOVED', path: 'orders.*' }] },
    };
    const { tsconfig, ...expected } = config;
    expect(tsconfig).toBeUndefined();
    expect(checkConfig(config, 'trunkline.config.ts')).toEqual(expected);
    expect(Object.hasOwn(checkConfig(config, 'trunkline.config.ts'), 'tsconfig')).toBe(false);
  });

  it.each([
    [{ ruoter: 'a' }, 'option ruoter is unknown. Did you mean router?'],
    [{ breaking: { agianst: 'a' } }, 'option breaking.agianst is unknown. Did you mean against?'],
    [
      { breaking: { ignore: [{ rule: 'TYPE_WIDENED', paht: 'a' }] } },
      'option breaking.ignore[0].paht is unknown. Did you mean path?',
    ],
    [{ breaking: { colour: 1 } }, 'option breaking.colour is unknown. Options are against, level, category, ignore.'],
    [{ out: 5 }, 'option out: 5 is not a text.'],
    [{ out: '' }, 'option out: "" is empty.'],
    [{ documents: 'yes' }, 'option documents: "yes" is not true or false.'],
    [{ compiler: 'swc' }, 'option compiler: "swc" is not one of "auto", "native", "classic".'],
    [{ importTimeoutMs: 0.5 }, 'option importTimeoutMs: 0.5 is not a whole number.'],
    [{ importTimeoutMs: -1 }, 'option importTimeoutMs: -1 is not greater than 0.'],
    [{ nodeArguments: '--inspect' }, 'option nodeArguments: "--inspect" is not a list.'],
    [{ python: true }, 'option python: true is neither a text nor false.'],
    [
      { breaking: { ignore: [{ rule: 'TYPE_WIDEND' }] } },
      'option breaking.ignore[0].rule: "TYPE_WIDEND" names no rule. Did you mean TYPE_WIDENED?',
    ],
    [null, 'the configuration: null is not an object of options.'],
    [{ breaking: () => 1 }, 'option breaking: a function is not an object of options.'],
  ])('says what is wrong with %j', (value, problem) => {
    expect(problemOf(value)).toBe(`trunkline.config.ts cannot be used:\n  ${problem}`);
  });

  it('tells every mistake at once', () => {
    expect(problemOf({ out: 5, ruoter: 'a' }).split('\n')).toHaveLength(3);
  });

  it('cuts a long value', () => {
    expect(problemOf({ trpc: 'x'.repeat(1000) }).length).toBeLessThan(200);
  });
});
