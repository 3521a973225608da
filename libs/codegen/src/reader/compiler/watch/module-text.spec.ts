import { describe, expect, it } from '@jest/globals';
import { isFarReaching, onlyMounts } from './module-text.js';

describe('isFarReaching', () => {
  it.each([
    ['declare global { interface Window {} }', true],
    ["declare module './other.js' {}", true],
    ["export * from './a.js';", true],
    ["export { a,\n b } from './a.js';", true],
    ["export type { A } from './a.js';", true],
    ["import { a } from './a.js';\nexport { b };\nexport const b = 1;", false],
  ])('says of %j: %s', (text, expected) => {
    expect(isFarReaching(text)).toBe(expected);
  });
});

describe('onlyMounts', () => {
  const mounts = (body: string, names = ['a', 'b']): boolean =>
    onlyMounts(`import { a, b } from './areas.js';\n${body}`, './areas.js', names);

  it('is true where imported routers stand in an object and nowhere else', () => {
    expect(mounts('export const r = router({ a, first: b });')).toBe(true);
    expect(mounts('export const r = router({ a: a, b: b, c: c, d: { again: a, "b": b } }); // not a.b')).toBe(true);
  });

  it.each([
    ['is also used in another way', 'export const r = router({ a, b });\nexport const c = a.createCaller({});'],
    ['is called', 'export const r = router({ a, b: b() });'],
    ['stands among arguments', 'export const r = merge(0, a, b, 1);'],
    ['is only used in another way', 'export const r = merge(a, b);'],
  ])('is false where a router %s', (_, body) => {
    expect(mounts(body)).toBe(false);
  });

  it('is false where something else is taken, or in another form', () => {
    expect(mounts('export const r = router({ a, b });', ['a'])).toBe(false);
    expect(onlyMounts("import * as all from './areas.js'; router(all)", './areas.js', ['a'])).toBe(false);
    expect(onlyMounts("import { a as b } from './areas.js'; router({ b })", './areas.js', ['a', 'b'])).toBe(false);
    expect(onlyMounts("lazy(() => import('./areas.js'))", './areas.js', ['a'])).toBe(false);
    expect(mounts("router({ a, b }); type T = import('./areas.js').T;")).toBe(false);
  });
});
