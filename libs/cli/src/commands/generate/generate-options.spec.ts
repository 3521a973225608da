import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { optionNames } from '../../config/config-schema.js';
import { addSettingOptions, readSettingOptions } from './generate-options.js';

function read(...argv: readonly string[]): Readonly<Record<string, unknown>> {
  const command = addSettingOptions(new Command('generate'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parse([...argv], { from: 'user' });
  return readSettingOptions(command);
}

describe('the options of generate', () => {
  it('say nothing of what was not given, so that the configuration decides', () => {
    expect(read()).toEqual({});
  });

  it('give texts, numbers, lists and choices', () => {
    const argv = [
      '--router',
      'src/router.ts#appRouter',
      '--out',
      'api',
      '--import-timeout-ms',
      '500',
      '--read',
      'types',
    ];
    expect(read(...argv, '--node-argument', '--a', '--node-argument', '--b', '--api-version', '2')).toEqual({
      router: 'src/router.ts#appRouter',
      out: 'api',
      importTimeoutMs: 500,
      read: 'types',
      nodeArguments: ['--a', '--b'],
      version: '2',
    });
  });

  it.each(['trpc', 'tanstack', 'validators', 'compile', 'documents'])('turn %s on and off', (name) => {
    expect(read(`--${name}`)).toEqual({ [name]: true });
    expect(read(`--no-${name}`)).toEqual({ [name]: false });
  });

  it('turn unknown types and Python on and off', () => {
    expect(read('--allow-unknown')).toEqual({ allowUnknown: true });
    expect(read('--no-allow-unknown')).toEqual({ allowUnknown: false });
    expect(read('--python', 'acme_api')).toEqual({ python: 'acme_api' });
    expect(read('--no-python')).toEqual({ python: false });
  });

  it('refuse a choice that there is not', () => {
    expect(() => read('--compiler', 'swc')).toThrow(/Allowed choices are auto, native, classic/);
  });

  it('are there for every option of a configuration file', () => {
    const names = (optionNames[''] ?? []).filter((name) => name !== 'breaking');
    const command = addSettingOptions(new Command('generate'));
    expect(command.options.filter(({ negate }) => !negate)).toHaveLength(names.length);
  });
});
