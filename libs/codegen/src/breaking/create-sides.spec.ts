import { describe, expect, it } from '@jest/globals';
import { contract, missing, number, object, reference, text, union } from './contract-builder.spec-support.js';
import { createSides } from './create-sides.js';

describe('createSides', () => {
  it('gives each side the types of its contract', () => {
    const sides = createSides(contract({}, { Id: text }), contract({}, { Id: number }));
    expect(sides.before.of(reference('Id')).map(({ form }) => form.kind)).toEqual(['string']);
    expect(sides.after.of(reference('Id')).map(({ form }) => form.kind)).toEqual(['number']);
    const child = { sent: reference('Id'), expected: text };
    expect(
      sides.input.listReached(sides.input.explain('input', child)).flatMap(({ differences }) => differences),
    ).toEqual([]);
    const [account] = sides.output.listReached(sides.output.explain('output', child));
    expect(account?.differences.map(({ rule }) => rule)).toEqual(['TYPE_CHANGED']);
  });

  it.each([
    ['none', 'none', 0],
    ['superjson', 'superjson', 1],
    ['superjson', 'none', 0],
  ] as const)('knows with %s and %s whether undefined arrives', (before, after, count) => {
    const sides = createSides(contract({}, {}, { transformer: before }), contract({}, {}, { transformer: after }));
    const child = { sent: object({ 'a?': union(text, missing) }), expected: object({ 'a?': text }) };
    expect(sides.input.explain('input', child).differences.length).toBe(count);
  });
});
