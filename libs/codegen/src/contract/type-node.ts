import type { Json } from './json.js';

/**
 * A type as a contract says it: a tree that knows what TypeScript, JSON Schema and other languages need to know.
 * A contract holds trees as a client meets them: with a transformer the language's own values (`Date`, `Map`), without
 * one what JSON makes of them.
 */
export type TypeNode =
  | StringNode
  | NumberNode
  | BigintNode
  | PlainNode
  | LiteralNode
  | BigintLiteralNode
  | TemplateNode
  | ArrayNode
  | TupleNode
  | ObjectNode
  | RecordNode
  | UnionNode
  | IntersectionNode
  | EnumNode
  | BrandNode
  | BuiltinNode
  | ReferenceNode
  | HoleNode;

/** The name of a form of type. */
export type TypeKind = TypeNode['kind'];

/** What any node may carry beside its form. None of it changes which values belong to the type. */
export interface Annotated {
  /** What it means, in Markdown. */
  readonly doc?: string;
  /** Why not to use it any more; an empty string where no reason was given. */
  readonly deprecated?: string;
  /** What the server takes in place of nothing. Only in inputs. */
  readonly default?: Json;
}

/** Text. Lengths count UTF-16 units. */
export interface StringNode extends Annotated {
  readonly kind: 'string';
  /** A format as JSON Schema 2020-12 names it (`email`, `uuid`, `date-time`), or zod's own where JSON Schema has none. */
  readonly format?: string;
  /** Regular expressions, without flags, that all match. */
  readonly patterns?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A number. A bound is inclusive where the other member is not there. */
export interface NumberNode extends Annotated {
  readonly kind: 'number';
  readonly integer?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

/** A whole number without a limit; its bounds are inclusive, written in decimal. */
export interface BigintNode extends Annotated {
  readonly kind: 'bigint';
  readonly minimum?: string;
  readonly maximum?: string;
}

/** A type without parameters. `void` is the input of a procedure that takes none, and the output of one that gives none. */
export interface PlainNode extends Annotated {
  readonly kind: 'boolean' | 'null' | 'undefined' | 'void' | 'unknown' | 'any' | 'never' | 'symbol';
}

/** Exactly one value. */
export interface LiteralNode extends Annotated {
  readonly kind: 'literal';
  readonly value: string | number | boolean;
}

/** Exactly one bigint, in decimal. */
export interface BigintLiteralNode extends Annotated {
  readonly kind: 'bigintLiteral';
  readonly value: string;
}

/** A template literal type: `texts` has one more than `types`, which stand between them. */
export interface TemplateNode extends Annotated {
  readonly kind: 'template';
  readonly texts: readonly string[];
  readonly types: readonly TypeNode[];
}

/** Any number of items of one type. */
export interface ArrayNode extends Annotated {
  readonly kind: 'array';
  readonly items: TypeNode;
  readonly readonly?: true;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Items each with a type of its own; `rest` is the type of those beyond them. */
export interface TupleNode extends Annotated {
  readonly kind: 'tuple';
  readonly items: readonly TupleItem[];
  readonly rest?: TypeNode;
  readonly readonly?: true;
}

/** One place of a tuple. */
export interface TupleItem {
  readonly type: TypeNode;
  readonly optional?: true;
  readonly name?: string;
}

/** An object with named properties, and with `index` any number of others. */
export interface ObjectNode extends Annotated {
  readonly kind: 'object';
  readonly properties: readonly PropertyNode[];
  readonly index?: TypeNode;
  /** Whether the server refuses properties that are not named. Only in inputs. */
  readonly strict?: true;
}

/** One property of an object. `optional` says that it may be left out; whether it may be `undefined` says its type. */
export interface PropertyNode {
  readonly name: string;
  readonly type: TypeNode;
  readonly optional?: true;
  readonly readonly?: true;
}

/** An object of which only the types of keys and values are known. `partial`: not every key has to be there. */
export interface RecordNode extends Annotated {
  readonly kind: 'record';
  readonly key: TypeNode;
  readonly value: TypeNode;
  readonly partial?: true;
}

/** Any of several types. `discriminator` names the property whose literal tells them apart. */
export interface UnionNode extends Annotated {
  readonly kind: 'union';
  readonly of: readonly TypeNode[];
  readonly discriminator?: string;
}

/** All of several types at once. */
export interface IntersectionNode extends Annotated {
  readonly kind: 'intersection';
  readonly of: readonly TypeNode[];
}

/** A TypeScript enum of the server; a client has the object of its members and the union of their values. */
export interface EnumNode extends Annotated {
  readonly kind: 'enum';
  readonly members: readonly EnumMember[];
}

/** One member of an enum. */
export interface EnumMember {
  readonly name: string;
  readonly value: string | number;
  readonly doc?: string;
}

/** A type that is told apart by its name alone. */
export interface BrandNode extends Annotated {
  readonly kind: 'brand';
  readonly name: string;
  readonly of: TypeNode;
}

/** An object of the language's own library. `of`: key and value of a map, item of a set. */
export interface BuiltinNode extends Annotated {
  readonly kind: 'builtin';
  readonly name: BuiltinName;
  readonly of?: readonly TypeNode[];
}

/** The objects of the language's own library that can travel. */
export type BuiltinName =
  | 'Date'
  | 'Map'
  | 'ReadonlyMap'
  | 'Set'
  | 'ReadonlySet'
  | 'URL'
  | 'RegExp'
  | 'Error'
  | 'Uint8Array';

/** A type of the contract's table of named types. */
export interface ReferenceNode extends Annotated {
  readonly kind: 'reference';
  readonly name: string;
}

/** What could not be said, and why. A contract with holes is refused unless its maker allows them; they are `unknown`. */
export interface HoleNode extends Annotated {
  readonly kind: 'hole';
  readonly reason: string;
}
