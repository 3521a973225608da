import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../../contract/type-node.js';
import { templatePattern } from './template-pattern.js';

const types: Readonly<Record<string, TypeNode>> = { Loop: { kind: 'reference', name: 'Loop' } };

const matches = (text: string, texts: readonly string[], ...parts: TypeNode[]): boolean =>
  new RegExp(templatePattern({ kind: 'template', texts, types: parts }, types), 'u').test(text);

describe('templatePattern', () => {
  it('takes texts as they are, whatever they mean in a pattern', () => {
    const odd = 'a.b*[c]{d}(e)/\\^$|?+-';
    expect(matches(odd, [odd])).toBe(true);
    expect(matches('aXb', ['a.b'])).toBe(false);
  });

  it.each(['1', '-1.5', '1e21', '.5', '0x1F', '+3'])('takes %s for a number', (text) => {
    expect(matches(`v${text}`, ['v', ''], { kind: 'number' })).toBe(true);
  });

  it.each(['', 'x', '1.2.3', 'NaN', 'Infinity'])('does not take "%s" for a number', (text) => {
    expect(matches(`v${text}`, ['v', ''], { kind: 'number' })).toBe(false);
  });

  it('knows unions, templates in templates, and what holds itself', () => {
    const inner: TypeNode = { kind: 'template', texts: ['<', '>'], types: [{ kind: 'boolean' }] };
    const either: TypeNode = { kind: 'union', of: [{ kind: 'literal', value: 'a' }, inner] };
    expect(matches('a!', ['', '!'], either)).toBe(true);
    expect(matches('<true>!', ['', '!'], either)).toBe(true);
    expect(matches('<maybe>!', ['', '!'], either)).toBe(false);
    expect(matches('any\nthing!', ['', '!'], { kind: 'reference', name: 'Loop' })).toBe(true);
  });
});
