import { describe, expect, it } from '@jest/globals';
import { isJsonRecord, memberOf, numberOf, stringOf } from './record.js';

describe('isJsonRecord', () => {
  it.each(['{}', '{"a":1}', '{"__proto__":null}'])('accepts %s', (text) => {
    expect(isJsonRecord(JSON.parse(text))).toBe(true);
  });

  it.each(['null', '[]', '[{}]', '"{}"', '1', 'true'])('refuses %s', (text) => {
    expect(isJsonRecord(JSON.parse(text))).toBe(false);
  });
});

describe('memberOf, numberOf and stringOf', () => {
  it('give a member of the form that is asked for', () => {
    const record = { count: 2, name: 'a' };
    expect([memberOf(record, 'count'), numberOf(record, 'count'), stringOf(record, 'count')]).toEqual([
      2,
      2,
      undefined,
    ]);
    expect([memberOf(record, 'name'), numberOf(record, 'name'), stringOf(record, 'name')]).toEqual([
      'a',
      undefined,
      'a',
    ]);
  });

  it.each([[null], [undefined], ['length'], [7], [{}], [[]]])('find nothing in %j', (value) => {
    expect([memberOf(value, 'a'), numberOf(value, 'a'), stringOf(value, 'a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
