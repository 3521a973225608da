import { describe, expect, it } from '@jest/globals';
import { readComment } from './comment.js';

describe('readComment', () => {
  it('reads the text up to the first tag', () => {
    const text =
      '\n  /**\n   * The name.\n   *\n   *     indented\n   *\n   * @remarks Not this.\n   */\n  name: string';
    expect(readComment(text)).toEqual({ doc: 'The name.\n\n    indented' });
  });

  it('reads why something is deprecated, over lines, and that it is without a reason', () => {
    expect(readComment('/** A. @b c\n * @deprecated Use\n * `b`.\n * @since 2 */ a: 1')).toEqual({
      doc: 'A. @b c',
      deprecated: 'Use\n`b`.',
    });
    expect(readComment('/** @deprecated */ a: 1')).toEqual({ deprecated: '' });
  });

  it('takes the last comment, and only documentation before the declaration', () => {
    expect(readComment('/** One. */\n/** Two. */ // three\n a: 1')).toEqual({ doc: 'Two.' });
    expect(readComment('// One.\n/* Two. */ a: /** Three. */ 1')).toEqual({});
    expect(readComment('/**/ a: 1')).toEqual({});
  });

  it('leaves tags within code alone', () => {
    expect(readComment('/**\n * A.\n * ```ts\n * @decorated\n * ```\n */ a')).toEqual({
      doc: 'A.\n```ts\n@decorated\n```',
    });
  });
});
