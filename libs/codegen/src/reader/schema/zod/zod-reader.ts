import type { $ZodType } from 'zod/v4/core';
import type { TypeNode } from '../../../contract/type-node.js';
import { annotate } from '../../merge/annotations.js';
import type { DefaultTable } from './default-table.js';
import { namedOf, notesOf } from './metadata.js';
import { NameTable } from './name-table.js';
import { readForm } from './read-form.js';
import type { Place, TypeReading } from './type-reading.js';
import type { Side } from './zod-schema.js';

/** Deeper than any type that people write; a `z.lazy()` that makes another schema each time has no end. */
const MAX_DEPTH = 200;

/** A schema that is being read. It has a name from the beginning, or gets one when it is met again within itself. */
interface OpenType {
  readonly place: Place;
  name: string | undefined;
}

type Definition = $ZodType['_zod']['def'];

/** Reads schemas of zod 4 from one side, and keeps the types that have names. */
export class ZodReader implements TypeReading {
  readonly side: Side;
  readonly defaults: DefaultTable;
  readonly names = new NameTable();
  // By definition, which a schema shares with the copies that `.describe()` and `.meta()` make of it.
  readonly #open = new Map<Definition, OpenType>();
  readonly #read = new Map<Definition, TypeNode>();

  constructor(side: Side, defaults: DefaultTable) {
    this.side = side;
    this.defaults = defaults;
  }

  read(schema: $ZodType, place: Place): TypeNode {
    const node = this.#readBare(schema, place);
    const named = namedOf(schema);
    const isSaidThere = named?.owner === schema && node.kind === 'reference';
    return isSaidThere ? node : annotate(node, notesBeside(schema, named?.owner));
  }

  readOpen(schema: $ZodType, place: Place): TypeNode {
    const node = this.read(schema, place);
    if (node.kind !== 'reference') return node;
    const target = this.names.typeOf(node.name);
    return target === undefined ? node : annotate(target, node);
  }

  #readBare(schema: $ZodType, place: Place): TypeNode {
    const { def } = schema._zod;
    const known = this.#read.get(def);
    if (known !== undefined) return known;
    const open = this.#open.get(def);
    if (open !== undefined) {
      open.name ??= this.names.fromPlace(open.place);
      return { kind: 'reference', name: open.name };
    }
    if (this.#open.size >= MAX_DEPTH)
      return { kind: 'hole', reason: `the schema is more than ${MAX_DEPTH} levels deep` };
    const node = this.#readFresh(schema, place);
    this.#read.set(def, node);
    return node;
  }

  #readFresh(schema: $ZodType, place: Place): TypeNode {
    const { def } = schema._zod;
    const named = namedOf(schema);
    const open: OpenType = { place, name: named === undefined ? undefined : this.names.fromId(named.name) };
    this.#open.set(def, open);
    const form = readForm(schema, this, place);
    this.#open.delete(def);
    if (open.name === undefined) return form;
    this.names.keep(open.name, named === undefined ? form : annotate(form, notesOf(named.owner)));
    return { kind: 'reference', name: open.name };
  }
}

/** What a schema says that the one its name is from does not say already. */
function notesBeside(schema: $ZodType, owner: $ZodType | undefined): ReturnType<typeof notesOf> {
  const notes = notesOf(schema);
  if (owner === undefined || owner === schema) return notes;
  const said = notesOf(owner);
  return {
    ...(notes.doc === undefined || notes.doc === said.doc ? {} : { doc: notes.doc }),
    ...(notes.deprecated === undefined || notes.deprecated === said.deprecated ? {} : { deprecated: notes.deprecated }),
  };
}
