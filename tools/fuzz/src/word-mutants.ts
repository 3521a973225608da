import type { Dice } from './dice.js';

/** Names and values that frames are made of, which chance alone would never spell. */
export class Words {
  readonly #names: readonly string[];
  readonly #values: readonly unknown[];

  constructor(frames: readonly string[]) {
    const names = new Set<string>();
    const values = new Map<string, unknown>();
    for (const frame of frames) {
      JSON.parse(frame, (name, value: unknown) => {
        names.add(name);
        values.set(JSON.stringify(value), value);
        return value;
      });
    }
    this.#names = [...names];
    this.#values = [...values.values(), null, true, 0, 1, -1, 0.5, '', {}, []];
  }

  /** The frame with one of its objects given a member by one of the names, with one of the values. */
  mutate(frame: string, dice: Dice): string {
    const root: unknown = JSON.parse(frame);
    const objects: object[] = [];
    collectObjects(root, objects);
    const target = objects[dice.below(objects.length)];
    const [name, value] = [this.#names[dice.below(this.#names.length)], this.#values[dice.below(this.#values.length)]];
    if (target === undefined) return JSON.stringify(value);
    // Half the time a member that is there changes, so that what was found is tried with other values.
    const own = Object.keys(target);
    const chosen = dice.below(2) === 0 ? own[dice.below(own.length)] : name;
    Object.defineProperty(target, chosen ?? 'id', { value, enumerable: true, configurable: true, writable: true });
    return JSON.stringify(root);
  }
}

function collectObjects(value: unknown, objects: object[]): void {
  if (typeof value !== 'object' || value === null) return;
  objects.push(value);
  for (const member of Object.values(value)) collectObjects(member, objects);
}
