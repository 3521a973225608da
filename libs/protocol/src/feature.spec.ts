import { describe, expect, it } from '@jest/globals';
import { PARTS_FEATURE } from './feature.js';
import { decodeHello } from './native/decode-hello.js';

describe('the names of features', () => {
  it('are names that a hello may carry', () => {
    const features = [PARTS_FEATURE];
    expect(decodeHello(1, { features })).toMatchObject({ type: 'hello', features });
  });
});
