import { describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../testing/fake-terminal.js';
import { readInput } from './read-input.js';

describe('readInput', () => {
  const terminal = new FakeTerminal({ stdin: '[1]' });

  it('reads the argument, the standard input, or nothing', async () => {
    expect(await readInput('{"a":1}', undefined, terminal)).toEqual({ a: 1 });
    expect(await readInput('-', undefined, terminal)).toEqual([1]);
    expect(await readInput(undefined, undefined, terminal)).toBeUndefined();
  });

  it('says what is wrong', async () => {
    await expect(readInput('tea', undefined, terminal)).rejects.toThrow('The input is not JSON');
    await expect(readInput('tea', undefined, terminal)).rejects.toThrow(`A text needs its own quotes`);
    await expect(readInput('1', 'a.json', terminal)).rejects.toThrow('There are two inputs');
    await expect(readInput(undefined, 'none.json', terminal)).rejects.toThrow('The file none.json cannot be read');
  });
});
