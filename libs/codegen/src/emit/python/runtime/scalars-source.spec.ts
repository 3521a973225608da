import { describe, expect, it } from '@jest/globals';
import { useRuntime } from './runtime.spec-support.js';

describe('the scalars of the Python client', () => {
  const run = useRuntime();

  it('refuse a date without a time zone, and write others in UTC', async () => {
    const said = await run(`
import datetime as dt
from small._scalars import Date
try:
    Date(False).write(dt.datetime(2026, 1, 1))
except ValueError as error:
    said.append("time zone" in str(error))
said.append(Date(False).write(dt.datetime(2026, 1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1))))[:2])
said.append(Date(True).accepts("2026-01-01T00:00:00.000Z"))
said.append(Date(False).accepts("2026-01-01T00:00:00.000Z"))
`);
    expect(said).toEqual([true, ['2026-01-01T00:00:00.000Z', 'Date'], true, false]);
  });

  it('write what JSON has no number for as a text', async () => {
    const said = await run(`
from small._scalars import Number
said.extend(Number().write(value)[:2] for value in (float("nan"), float("inf"), float("-inf"), -0.0, 0.5, 3))
`);
    expect(said).toEqual([
      ['NaN', 'number'],
      ['Infinity', 'number'],
      ['-Infinity', 'number'],
      ['-0', 'number'],
      [0.5, null],
      [3, null],
    ]);
  });

  it('tell True from 1, and a number from a text', async () => {
    const said = await run(`
from small._scalars import OneOf, Plain
said.append([OneOf(1).accepts(True), OneOf(True).accepts(True), Plain(int).accepts(True), Plain(str).accepts("a")])
`);
    expect(said).toEqual([[false, true, false, true]]);
  });
});
