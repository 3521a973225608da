import { type DataTransformer, isJsonRecord } from '@trunkline/protocol';
import { deserialize, serialize } from 'superjson';
import { CURSOR_MEMBER } from './adapt-frame.js';
import { readCarried } from './positioned-event.js';

/** superjson, for input that was typed as JSON and for events that carry their position. */
export const superjsonCodec: DataTransformer = {
  // JSON has no dates, maps or bigints: who needs them in an input writes superjson's own form.
  serialize: (value: unknown) => (isSuperjson(value) ? value : serialize(value)),
  deserialize(wire: unknown): unknown {
    const carried = readCarried(wire);
    if (carried === undefined) return read(wire);
    return { [CURSOR_MEMBER]: carried.cursor, data: carried.data === undefined ? undefined : read(carried.data) };
  },
};

/** Whether a value looks like what superjson writes: `{ json, meta }`. */
export function isSuperjson(value: unknown): boolean {
  return (
    isJsonRecord(value) &&
    'json' in value &&
    Object.keys(value).every((key) => key === 'json' || key === 'meta') &&
    (value['meta'] === undefined || isJsonRecord(value['meta']))
  );
}

function read(wire: unknown): unknown {
  if (!isSuperjson(wire)) throw new TypeError('It is not in the form of superjson');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- superjson's own type demands what was just looked at.
  return deserialize(wire as Parameters<typeof deserialize>[0]);
}
