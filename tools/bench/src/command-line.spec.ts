import { describe, expect, it } from '@jest/globals';
import { parseCommandLine } from './command-line.js';

const known = { scenarios: ['wire', 'generator', 'codegen-check', 'codegen-size'], variants: ['ws', 'trpc'] };
const parse = (...args: string[]) => parseCommandLine(args, known);

describe('parseCommandLine', () => {
  it('runs everything and writes the document when nothing is said', () => {
    expect(parse()).toMatchObject({ only: undefined, variants: undefined, rounds: 5, isCheck: false, isWritten: true });
  });

  it.each([[['--only', 'wire']], [['--variants', 'trpc']], [['--quick']]])(
    'leaves the document alone with %j',
    (args) => {
      expect(parse(...args).isWritten).toBe(false);
    },
  );

  it('writes single scenarios when told to', () => {
    expect(parse('--only', 'wire,generator', '--write')).toMatchObject({
      only: ['wire', 'generator'],
      isWritten: true,
    });
  });

  it('takes a beginning for all whose names begin so', () => {
    expect(parse('--only', 'codegen,wire').only).toEqual(['codegen-check', 'codegen-size', 'wire']);
  });

  it.each([
    [['--only', 'speed'], '--only names "speed"; there are: wire, generator, codegen-check, codegen-size.'],
    [['--variants', 'trpc,smoke'], '--variants names "smoke"'],
    [['--rounds', '0'], '--rounds is 0'],
    [['--quick', '--write'], 'incomplete tables'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j', (args, sentence) => {
    expect(() => parse(...args)).toThrow(sentence);
  });
});
