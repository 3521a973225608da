import * as fc from 'fast-check';
import { anyJson, anyText } from './arbitraries.js';

/** Texts that are nearly one of the given frames: with members dropped, doubled or of another type, cut short or spliced. */
export function anyMutationOf(frames: readonly string[]): fc.Arbitrary<string> {
  const frame = fc.constantFrom(...frames);
  return fc.oneof(
    fc.tuple(frame, fc.nat()).map(([text, place]) => dropMember(text, place)),
    fc.tuple(frame, fc.nat(), anyJson()).map(([text, place, value]) => retypeMember(text, place, value)),
    fc
      .tuple(frame, fc.nat(), fc.nat(), anyJson())
      .map(([text, place, at, value]) => doubleMember(text, place, at, value)),
    fc.tuple(frame, fc.nat()).map(([text, length]) => text.slice(0, length % (text.length + 1))),
    fc
      .tuple(frame, fc.nat(), fc.nat(8), anyText(8))
      .map(([text, at, length, insert]) => splice(text, at, length, insert)),
    fc.array(frame, { maxLength: 3 }).map((texts) => `[${texts.join(',')}]`),
  );
}

/** Any text at all, JSON or not. */
export function anyFrame(frames: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 1, arbitrary: anyText(200) },
    { weight: 3, arbitrary: anyJson().map((value) => JSON.stringify(value)) },
    { weight: 6, arbitrary: anyMutationOf(frames) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(anyMutationOf(frames), fc.nat(), fc.nat(8), anyText(8))
        .map(([text, at, length, insert]) => splice(text, at, length, insert)),
    },
  );
}

function dropMember(text: string, place: number): string {
  const root: unknown = JSON.parse(text);
  const [parent, name] = memberAt(root, place);
  if (parent !== undefined) Reflect.deleteProperty(parent, name);
  return JSON.stringify(root);
}

function retypeMember(text: string, place: number, value: unknown): string {
  const root: unknown = JSON.parse(text);
  const [parent, name] = memberAt(root, place);
  if (parent === undefined) return JSON.stringify(value);
  Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(root);
}

// JSON allows a name twice; parsers take one of the two.
function doubleMember(text: string, place: number, at: number, value: unknown): string {
  const [, name] = memberAt(JSON.parse(text), place);
  const braces = [...text.matchAll(/\{/g)].map(({ index }) => index);
  const brace = braces[at % Math.max(1, braces.length)];
  if (brace === undefined) return text;
  return splice(text, brace + 1, 0, `${JSON.stringify(name)}:${JSON.stringify(value)},`);
}

function splice(text: string, at: number, length: number, insert: string): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + length);
}

/** One of all members inside a value, however deep. */
function memberAt(root: unknown, place: number): [parent: object | undefined, name: string] {
  const members: [object, string][] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      members.push([value, name]);
      collect(member);
    }
  };
  collect(root);
  return members[place % Math.max(1, members.length)] ?? [undefined, 'id'];
}
