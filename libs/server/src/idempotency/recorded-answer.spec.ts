import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asReplay, readAnswer, writeAnswer } from './recorded-answer.js';

describe('writeAnswer', () => {
  it('keeps any output as it was', () => {
    const text = fc.option(fc.json(), { nil: undefined });
    fc.assert(
      fc.property(text, (output) => {
        const answer = { type: 'output', text: output } as const;
        expect(readAnswer(writeAnswer(answer, 1_000_000))).toEqual(answer);
      }),
    );
  });

  it('keeps an error, which then says that it was given before', () => {
    const text = '{"code":-32009,"message":"m","data":{"code":"CONFLICT","hint":1}}';
    expect(readAnswer(writeAnswer({ type: 'error', text, key: 'CONFLICT' }, 1000))).toEqual({
      type: 'error',
      text: '{"code":-32009,"message":"m","data":{"code":"CONFLICT","hint":1,"replayed":true}}',
      key: 'CONFLICT',
    });
  });

  it('keeps the length alone of what is too long', () => {
    expect(readAnswer(writeAnswer({ type: 'output', text: '12345' }, 4))).toEqual({ type: 'unkept', length: 5 });
    expect(readAnswer(writeAnswer({ type: 'output', text: '1234' }, 4))).toEqual({ type: 'output', text: '1234' });
  });
});

describe('readAnswer', () => {
  it.each(['', 'x', '!', '!null', '!{"data":1}'])('makes nothing of %p', (record) => {
    expect(readAnswer(record)).toBeUndefined();
  });
});

describe('asReplay', () => {
  it('marks an error, and leaves an output, whose envelope is marked', () => {
    const output = { type: 'output', text: '1' } as const;
    expect(asReplay(output)).toBe(output);
    const error = { type: 'error', text: '{"code":1,"data":{"code":"CONFLICT"}}', key: 'CONFLICT' } as const;
    expect(asReplay(error).text).toBe('{"code":1,"data":{"code":"CONFLICT","replayed":true}}');
    const strange = { type: 'error', text: '{}', key: 'CONFLICT' } as const;
    expect(asReplay(strange)).toBe(strange);
  });
});
