import { locateFailure, locateJsonFailure } from './locate-failure.js';
import type { DataTransformer, PayloadCodec } from './payload-codec.js';
import { PayloadFailure, thrownReason } from './payload-failure.js';
import { hasRegistrations, type Superjson, type SuperjsonInstance, superjsonInstance } from './superjson-instance.js';
import { isRefusedKey } from './superjson-path.js';
import { readSuperjson } from './superjson-reader.js';
import { writeSuperjson } from './superjson-writer.js';
import { createTransformerCodec } from './transformer-codec.js';

/**
 * superjson, several times faster: the text is always the one superjson would write, but for the values that most calls
 * carry superjson itself is not asked. It is asked for everything else, and for everything as soon as a class, symbol, custom
 * transformer or error property is registered on it.
 *
 * A transformer that is not superjson, or a version of it that writes otherwise, is followed to the letter instead.
 */
export function createSuperjsonCodec(transformer: DataTransformer): PayloadCodec {
  const instance = superjsonInstance(transformer);
  if (instance === undefined || !writesAlike(transformer)) return createTransformerCodec(transformer);
  return new SuperjsonCodec(transformer, instance);
}

class SuperjsonCodec implements PayloadCodec {
  readonly #superjson: Superjson;
  readonly #instance: SuperjsonInstance;

  constructor(superjson: Superjson, instance: SuperjsonInstance) {
    this.#superjson = superjson;
    this.#instance = instance;
  }

  encode(value: unknown): string | undefined | PayloadFailure {
    if (!hasRegistrations(this.#instance)) {
      try {
        const text = writeSuperjson(value);
        if (text !== undefined) return text;
      } catch {
        // Whatever this was, superjson meets it too and decides.
      }
    }
    return this.#encodeBySuperjson(value);
  }

  decode(wire: unknown): unknown {
    if (wire === undefined) return undefined;
    if (!isEnvelope(wire))
      return new PayloadFailure('', `expected {"json": …} as superjson writes it, not ${shape(wire)}`);
    if (wire.meta === undefined) return wire.json;
    try {
      const { json, meta } = inThisRealm(wire);
      return readSuperjson(this.#superjson, json, meta);
    } catch (thrown) {
      return new PayloadFailure('', `what superjson's meta says cannot be done: ${thrownReason(thrown)}`);
    }
  }

  #encodeBySuperjson(value: unknown): string | undefined | PayloadFailure {
    let serialized: unknown;
    try {
      serialized = this.#superjson.serialize(value);
    } catch (thrown) {
      return locateFailure(value, thrown, { culpritReason: refusedKeyReason, isJson: false });
    }
    try {
      return JSON.stringify(serialized);
    } catch (thrown) {
      // superjson passes on instances of classes it does not know, and JSON meets what is in them.
      return locateJsonFailure(isEnvelope(serialized) ? serialized.json : serialized, thrown);
    }
  }
}

interface Envelope {
  readonly json?: unknown;
  readonly meta?: unknown;
}

/** An empty object is what superjson makes of a function, and what it reads as undefined. */
function isEnvelope(wire: unknown): wire is Envelope {
  if (typeof wire !== 'object' || wire === null || Array.isArray(wire)) return false;
  return Object.hasOwn(wire, 'json') || Object.keys(wire).length === 0;
}

function shape(wire: unknown): string {
  if (wire === null) return 'null';
  if (Array.isArray(wire)) return 'an array';
  return typeof wire === 'object' ? 'an object without "json"' : `a ${typeof wire}`;
}

/** superjson changes only objects of its own realm, and silently leaves dates of others as strings. */
function inThisRealm(wire: Envelope): Envelope {
  if (Object.getPrototypeOf(wire) === Object.prototype) return wire;
  const copy: unknown = JSON.parse(JSON.stringify(wire));
  return isEnvelope(copy) ? copy : wire;
}

function refusedKeyReason(key: string): string | undefined {
  if (!isRefusedKey(key)) return undefined;
  return `superjson refuses the key "${key}", since it could change a prototype; rename it`;
}

/** Holds the writer against this very superjson, because a version may write paths or annotations in another way. */
function writesAlike(transformer: DataTransformer): boolean {
  const probe = {
    plain: [1, 'two', true, null, { three: [] }],
    'a.b\\c': [undefined, new Date(0), 1n, Number.NaN, -0, Number.POSITIVE_INFINITY],
    nested: { map: new Map([[new Date(1), { set: new Set([undefined]) }]]), empty: new Map() },
  };
  try {
    return writeSuperjson(probe) === JSON.stringify(transformer.serialize(probe));
  } catch {
    return false;
  }
}
