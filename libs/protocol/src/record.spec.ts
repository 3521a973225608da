import { describe, expect, it } from '@jest/globals';
import { isJsonRecord } from './record.js';

describe('isJsonRecord', () => {
  it.each(['{}', '{"a":1}', '{"__proto__":null}'])('accepts %s', (text) => {
    expect(isJsonRecord(JSON.parse(text))).toBe(true);
  });

  it.each(['null', '[]', '[{}]', '"{}"', '1', 'true'])('refuses %s', (text) => {
    expect(isJsonRecord(JSON.parse(text))).toBe(false);
  });
});
