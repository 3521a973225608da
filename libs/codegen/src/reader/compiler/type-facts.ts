/** A type of the compiler, by the number an engine gave it. */
export type TypeId = number;

/** Where something is declared. Within a file, a higher index is further down. */
export interface Place {
  readonly file: string;
  readonly index: number;
}

/** Whose a declaration is: the application's, a package's (below `node_modules`), or the language's own. */
export type Origin = 'application' | 'package' | 'language';

/** A type that has a name in the source. */
export interface Declared {
  readonly name: string;
  readonly origin: Origin;
  /** Left out where the compiler made the type up. */
  readonly place?: Place;
  /** The types that its parameters stand for. */
  readonly parameters: readonly TypeId[];
}

/** What a type is, one level deep. */
export type TypeFacts =
  | IntrinsicFacts
  | LiteralFacts
  | BigintLiteralFacts
  | EnumFacts
  | UnionFacts
  | IntersectionFacts
  | TemplateFacts
  | ArrayFacts
  | TupleFacts
  | ObjectFacts
  | LanguageFacts
  | UnresolvedFacts;

/** A type without parts. `missing` is what an optional property is when it is not there, under `exactOptionalPropertyTypes`. */
export interface IntrinsicFacts {
  readonly form: 'intrinsic';
  readonly name: IntrinsicName;
}

export type IntrinsicName =
  | 'any'
  | 'bigint'
  | 'boolean'
  | 'missing'
  | 'never'
  | 'null'
  | 'number'
  | 'object'
  | 'string'
  | 'symbol'
  | 'undefined'
  | 'unknown'
  | 'void';

/** Exactly one value; of an enum, where it is one of its members. */
export interface LiteralFacts {
  readonly form: 'literal';
  readonly value: string | number | boolean;
  readonly memberOf?: EnumFacts;
}

/** Exactly one bigint, in decimal. */
export interface BigintLiteralFacts {
  readonly form: 'bigintLiteral';
  readonly value: string;
}

/** An enum as a whole; `undefined` where a member's value is not known before it runs. */
export interface EnumFacts {
  readonly form: 'enum';
  readonly declared: Declared;
  readonly members: readonly {
    readonly name: string;
    readonly value: string | number | undefined;
    readonly place?: Place;
  }[];
}

export interface UnionFacts {
  readonly form: 'union';
  readonly of: readonly TypeId[];
  readonly alias?: Declared;
}

export interface IntersectionFacts {
  readonly form: 'intersection';
  readonly of: readonly TypeId[];
  readonly alias?: Declared;
}

/** A template literal type: one text more than types. */
export interface TemplateFacts {
  readonly form: 'template';
  readonly texts: readonly string[];
  readonly types: readonly TypeId[];
  readonly alias?: Declared;
}

export interface ArrayFacts {
  readonly form: 'array';
  readonly items: TypeId;
  readonly readonly: boolean;
  readonly alias?: Declared;
}

export interface TupleFacts {
  readonly form: 'tuple';
  readonly items: readonly TupleItemFacts[];
  readonly readonly: boolean;
  readonly alias?: Declared;
}

export interface TupleItemFacts {
  readonly type: TypeId;
  readonly place: 'required' | 'optional' | 'rest' | 'variadic';
  readonly name?: string;
}

/** An object type that is not the language's own. */
export interface ObjectFacts {
  readonly form: 'object';
  readonly alias?: Declared;
  /** The interface or class that it is an instance of. */
  readonly declared?: Declared;
  /** The class or interface of the language that it extends. */
  readonly extends?: string;
  /** What its method `toJSON` gives, which is sent in its place. */
  readonly writesAs?: TypeId;
  readonly properties: readonly PropertyFacts[];
  readonly indexes: readonly IndexFacts[];
  readonly isCallable: boolean;
}

export interface PropertyFacts {
  readonly name: string;
  /** Whether its key is a symbol, of which the name is then the description. */
  readonly isSymbol: boolean;
  readonly isOptional: boolean;
  readonly isReadonly: boolean;
  /** Left out for a method. */
  readonly type?: TypeId;
  /** Where it is declared, in the order of files; nowhere, where the compiler made it up. */
  readonly places: readonly Place[];
}

export interface IndexFacts {
  readonly key: TypeId;
  readonly value: TypeId;
  readonly isReadonly: boolean;
}

/** An interface or class of the language's own library, or of the platform's (`Buffer` of Node). */
export interface LanguageFacts {
  readonly form: 'language';
  readonly name: string;
  readonly parameters: readonly TypeId[];
}

/** What no walker can go on from. */
export interface UnresolvedFacts {
  readonly form: 'unresolved';
  /** What stands there instead: the words complete "is …". */
  readonly what: string;
}
