import { describe, expect, it } from '@jest/globals';
import { FakeOutput } from '../testing/fake-terminal.js';
import { printValue } from './print-value.js';

describe('printValue', () => {
  const value = { at: new Date(0), stock: new Map([['tea', 3n]]), text: 'a\u001b[2J' };

  it('is one line of JSON for programs, and for whoever asks', () => {
    const output = new FakeOutput();
    expect(printValue(value, output, false).split('\n')).toHaveLength(1);
    output.isTTY = true;
    expect(JSON.parse(printValue(value, output, true))).toMatchObject({ stock: { tea: '3' } });
  });

  it('is what JavaScript shows for a person, and moves no cursor', () => {
    const output = new FakeOutput();
    output.isTTY = true;
    const text = printValue(value, output, false);
    expect(text).toContain("'tea' => 3n");
    expect(text).not.toContain('\u001b');
  });
});
