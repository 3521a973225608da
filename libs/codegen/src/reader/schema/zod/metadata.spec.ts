import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { namedOf, notesOf } from './metadata.js';

describe('notesOf', () => {
  it('reads descriptions, titles and whether it is deprecated', () => {
    expect(notesOf(z.string().describe('A name.'))).toEqual({ doc: 'A name.' });
    expect(notesOf(z.string().meta({ title: 'Name', description: 'As others see it.' }))).toEqual({
      doc: 'Name\n\nAs others see it.',
    });
    expect(notesOf(z.string().meta({ deprecated: true }))).toEqual({ deprecated: '' });
    expect(notesOf(z.string())).toEqual({});
  });

  it('reads what zod/mini registers', () => {
    expect(notesOf(mini.string().check(mini.describe('A name.')))).toEqual({ doc: 'A name.' });
    expect(notesOf(mini.string().register(mini.globalRegistry, { description: 'A name.' }))).toEqual({
      doc: 'A name.',
    });
  });
});

describe('namedOf', () => {
  const address = z.object({ city: z.string() }).meta({ id: 'Address' });

  it('finds the name of a schema', () => {
    expect(namedOf(address)).toEqual({ name: 'Address', owner: address });
  });

  it('finds the name of a copy that only says more of it', () => {
    expect(namedOf(address.describe('Where parcels go.'))?.name).toBe('Address');
  });

  it('finds none for a copy that demands more', () => {
    expect(namedOf(address.refine(() => true))).toBeUndefined();
    expect(namedOf(address.extend({ zip: z.string() }))).toBeUndefined();
    expect(namedOf(z.string())).toBeUndefined();
  });
});
