import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { readCustom } from './read-custom.js';

class Place {
  readonly name = 'a';
}

describe('readCustom', () => {
  it.each([
    [z.instanceof(Uint8Array), 'Uint8Array'],
    [z.instanceof(URL), 'URL'],
    [z.instanceof(RegExp), 'RegExp'],
    [z.instanceof(Error), 'Error'],
    [z.instanceof(Date), 'Date'],
  ])('knows classes of the language: %#', (schema, name) => {
    expect(readCustom(schema)).toEqual({ kind: 'builtin', name });
  });

  it('has a hole for another class, with its name', () => {
    expect(readCustom(z.instanceof(Place))).toEqual({
      kind: 'hole',
      reason: 'z.instanceof() does not say at run time what is in the class Place',
    });
  });

  it('has a hole for a check of the application', () => {
    expect(readCustom(z.custom<string>())).toEqual({
      kind: 'hole',
      reason: 'z.custom() does not say at run time what it takes',
    });
  });
});
