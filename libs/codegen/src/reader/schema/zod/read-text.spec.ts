import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { readText } from './read-text.js';

describe('readText', () => {
  it('takes the narrowest of several lengths', () => {
    expect(readText(z.string().min(1).min(3).max(9).max(7), 'input')).toEqual({
      kind: 'string',
      minLength: 3,
      maxLength: 7,
    });
    expect(readText(z.string().length(4), 'input')).toEqual({ kind: 'string', minLength: 4, maxLength: 4 });
  });

  it.each([
    [z.email(), 'email'],
    [z.guid(), 'uuid'],
    [z.uuidv7(), 'uuid'],
    [z.url(), 'uri'],
    [z.iso.datetime(), 'date-time'],
    [z.iso.date(), 'date'],
    [z.ipv6(), 'ipv6'],
    [z.hostname(), 'hostname'],
  ])('calls a format as JSON Schema does: %#', (schema, format) => {
    expect(readText(schema, 'input')).toEqual({ kind: 'string', format });
  });

  it('does not call a time without a zone what JSON Schema means with one', () => {
    expect(readText(z.iso.time(), 'input')).toMatchObject({ format: 'local-time' });
    expect(readText(z.iso.datetime({ local: true }), 'input')).toMatchObject({ format: 'local-date-time' });
  });

  it('keeps the name and the pattern of a format that JSON Schema has not', () => {
    expect(readText(z.nanoid(), 'input')).toEqual({
      kind: 'string',
      format: 'nanoid',
      patterns: ['^[a-zA-Z0-9_-]{21}$'],
    });
    expect(
      readText(
        z.stringFormat('even', () => true),
        'input',
      ),
    ).toEqual({ kind: 'string', format: 'even' });
  });

  it('keeps every pattern that holds', () => {
    const schema = z.string().regex(/^a/).startsWith('ab').regex(/z$/).regex(/i/i);
    expect(readText(schema, 'input')).toEqual({ kind: 'string', patterns: ['^a', '^ab.*', 'z$'] });
  });
});
