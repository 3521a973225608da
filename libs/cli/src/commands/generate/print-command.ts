import type { Command } from 'commander';

/** The command as it was given, but for these options, in words that a shell takes. */
export function printCommand(command: Command, without: readonly string[]): string {
  const words = command.options.flatMap((option) => {
    const name = option.attributeName();
    if (command.getOptionValueSource(name) !== 'cli' || without.includes(name)) return [];
    const value: unknown = command.getOptionValue(name);
    if (option.negate) return value === false ? [option.long ?? ''] : [];
    if (value === true) return [option.long ?? ''];
    if (value === false) return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((item) => [option.long ?? '', quote(String(item))]);
  });
  return ['npx', 'trunkline', command.name(), ...words].join(' ');
}

function quote(word: string): string {
  return /^[\w@%+=:,./#-]+$/.test(word) && !word.startsWith('#') ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
