import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRequest } from '../testing/fake-host.spec-support.js';
import { isOriginAllowed, type OriginPolicy } from './origin.js';

const LIST = ['https://app.example.com'];

const isAllowed = (origin: string | undefined, policy: OriginPolicy, host = 'shop.example.com'): boolean =>
  isOriginAllowed(createRequest({ host, ...(origin !== undefined && { origin }) }), policy);

describe('isOriginAllowed', () => {
  it.each<[string | undefined, OriginPolicy, boolean]>([
    [undefined, 'same-origin', true],
    [undefined, [], true],
    ['https://shop.example.com', 'same-origin', true],
    ['http://shop.example.com', 'same-origin', true],
    ['https://shop.example.com', LIST, true],
    ['https://shop.example.com:8443', 'same-origin', false],
    ['https://app.example.com', 'same-origin', false],
    ['https://app.example.com', LIST, true],
    ['http://app.example.com', LIST, false],
    ['https://app.example.com.evil.example', LIST, false],
    ['https://evil.example', 'any', true],
    ['null', 'same-origin', false],
    ['null', LIST, false],
    ['null', ['null'], true],
    ['', 'same-origin', false],
  ])('of %p under %p is %p', (origin, policy, expected) => {
    expect(isAllowed(origin, policy)).toBe(expected);
  });

  it('compares the port', () => {
    expect(isAllowed('http://localhost:3000', 'same-origin', 'localhost:3000')).toBe(true);
    expect(isAllowed('http://localhost:5173', 'same-origin', 'localhost:3000')).toBe(false);
  });

  it('allows no page of another host, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.webAuthority()),
        fc.string(),
        (origin, host) => {
          isAllowed(origin, 'same-origin', host);
          const isOwn = URL.canParse(origin) && new URL(origin).host === 'shop.example.com';
          expect(isAllowed(origin, LIST)).toBe(isOwn || LIST.includes(origin));
        },
      ),
    );
  });
});
