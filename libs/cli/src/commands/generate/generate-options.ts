import type { GenerateSettings } from '@trunkline/codegen';
import { type Command, Option } from 'commander';

/** An option of the command line for a setting. */
interface SettingOption {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** Whether the setting is a number. */
  readonly isNumber?: boolean;
  /** Whether the setting is a list, of which the option adds an item each time. */
  readonly isRepeatable?: boolean;
  /** What takes it back, for the value false. */
  readonly negation?: string;
}

/** One for every setting, so that one that cannot be given does not compile. */
const settingOptions: Readonly<Record<keyof GenerateSettings, SettingOption>> = {
  router: { flags: '--router <file#export>', description: 'The router, such as src/router.ts#appRouter.' },
  out: { flags: '--out <folder>', description: 'The folder of the generated package.' },
  tsconfig: { flags: '--tsconfig <file>', description: "The TypeScript configuration of the router's project." },
  read: {
    flags: '--read <what>',
    description: 'What the router is read from; types never runs the application.',
    choices: ['both', 'schemas', 'types'],
  },
  compiler: {
    flags: '--compiler <which>',
    description: 'The compiler that reads the types: TypeScript 7 is native, 6 is classic.',
    choices: ['auto', 'native', 'classic'],
  },
  importTimeoutMs: {
    flags: '--import-timeout-ms <count>',
    description: 'How long the import of the router may take.',
    isNumber: true,
  },
  nodeArguments: {
    flags: '--node-argument <argument>',
    description: 'An argument for the Node that imports the router; may be given several times.',
    isRepeatable: true,
  },
  allowUnknown: {
    flags: '--allow-unknown',
    description: 'Give clients `unknown` for types that cannot be expressed.',
    negation: '--no-allow-unknown',
  },
  packageName: { flags: '--package-name <name>', description: 'The name of the generated package.' },
  brands: { flags: '--brands <how>', description: 'Whether brands keep their names.', choices: ['keep', 'strip'] },
  enums: {
    flags: '--enums <how>',
    description: 'Enums as objects of constants, or as their values alone.',
    choices: ['const', 'literal'],
  },
  trpc: { flags: '--trpc', description: "Make an entry for tRPC's own clients.", negation: '--no-trpc' },
  tanstack: { flags: '--tanstack', description: 'Make an entry for TanStack Query.', negation: '--no-tanstack' },
  validators: {
    flags: '--validators',
    description: 'Make an entry with validators, which needs zod.',
    negation: '--no-validators',
  },
  compile: { flags: '--compile', description: 'Make dist, so that no build is needed.', negation: '--no-compile' },
  documents: {
    flags: '--documents',
    description: 'Make OpenRPC, AsyncAPI and JSON Schema documents and a reference.',
    negation: '--no-documents',
  },
  title: { flags: '--title <text>', description: 'The title of the documents.' },
  version: { flags: '--api-version <text>', description: 'The version in the documents.' },
  description: { flags: '--description <text>', description: 'What the API is there for, for the documents.' },
  url: { flags: '--url <url>', description: 'Where the server is reached, for the documents.' },
  python: {
    flags: '--python <name>',
    description: 'Make a Python package of this name in the folder python.',
    negation: '--no-python',
  },
};

/** Gives a command an option for every setting. */
export function addSettingOptions(command: Command): Command {
  for (const { flags, description, choices, isNumber, isRepeatable, negation } of Object.values(settingOptions)) {
    const option = new Option(flags, description);
    if (choices !== undefined) option.choices(choices);
    if (isNumber === true) option.argParser(Number);
    if (isRepeatable === true)
      option.argParser<readonly string[] | undefined>((text, before = []) => [...before, text]);
    command.addOption(option);
    // What is on by default is shown by what turns it off, and the other way round.
    if (negation !== undefined) command.addOption(new Option(negation, `Without it: ${description}`).hideHelp());
  }
  return command;
}

/** What stands on the command line, by the names of the settings; nothing for what does not. */
export function readSettingOptions(command: Command): Readonly<Record<string, unknown>> {
  const given = Object.entries(settingOptions).flatMap(([name, { flags }]) => {
    const attribute = new Option(flags).attributeName();
    const value: unknown = command.getOptionValue(attribute);
    return command.getOptionValueSource(attribute) === 'cli' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}
