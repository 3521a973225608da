import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { addSettingOptions } from './generate-options.js';
import { printCommand } from './print-command.js';

function print(...argv: readonly string[]): string {
  const command = addSettingOptions(new Command('generate').option('--check').option('--config <file>'));
  command.parse([...argv], { from: 'user' });
  return printCommand(command, ['check']);
}

describe('printCommand', () => {
  it('is the bare command where the configuration says all', () => {
    expect(print('--check')).toBe('npx trunkline generate');
  });

  it('repeats what was given', () => {
    const argv = ['--router', 'src/router.ts#appRouter', '--no-documents', '--validators', '--config', 'a b.json'];
    expect(print(...argv, '--node-argument=--a', '--node-argument=--b', '--check')).toBe(
      "npx trunkline generate --config 'a b.json' --router src/router.ts#appRouter --node-argument --a --node-argument --b --validators --no-documents",
    );
  });

  it('quotes what a shell would take for something else', () => {
    expect(print('--title', "it's $HOME")).toBe(`npx trunkline generate --title 'it'\\''s $HOME'`);
  });

  it('repeats Python only as it was given', () => {
    expect(print('--python', 'acme')).toBe('npx trunkline generate --python acme');
    expect(print('--no-python')).toBe('npx trunkline generate --no-python');
  });
});
