import { describe, expect, it } from '@jest/globals';
import { readMeta } from './read-meta.js';

describe('readMeta', () => {
  it('reads what is meant for contracts and keeps the rest', () => {
    const meta = {
      description: 'Takes the money.',
      deprecated: 'Use `pay2`.',
      owner: 'billing',
      trunkline: { mutation: { key: 'required', recover: () => undefined }, errors: { DECLINED: 'The bank said no.' } },
    };
    expect(readMeta('pay', meta)).toEqual({
      doc: 'Takes the money.',
      deprecated: 'Use `pay2`.',
      errors: { DECLINED: 'The bank said no.' },
      meta: { owner: 'billing', trunkline: { mutation: { key: 'required' } } },
    });
  });

  it.each([
    [undefined, {}],
    ['text', {}],
    [{ description: '' }, {}],
    [{ deprecated: true }, { deprecated: '' }],
    [{ deprecated: false }, {}],
    [{ trunkline: { errors: {} } }, { errors: {} }],
    [{ handler: () => 1 }, {}],
  ])('reads %p', (meta, reading) => expect(readMeta('a', meta)).toEqual(reading));

  it('says what is wrong with errors, and where', () => {
    expect(() => readMeta('pay', { trunkline: { errors: ['A'] } })).toThrow(
      'The meta of the procedure "pay": trunkline.errors is a value of type object; it must be an object of codes',
    );
    expect(() => readMeta('pay', { trunkline: { errors: { A: 1 } } })).toThrow(
      'trunkline.errors.A is a value of type number',
    );
  });
});
