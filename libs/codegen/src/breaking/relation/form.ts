import type {
  BigintLiteralNode,
  BigintNode,
  BuiltinNode,
  LiteralNode,
  NumberNode,
  StringNode,
  TemplateNode,
  TypeNode,
} from '../../contract/type-node.js';

/** A type with nothing around it: no names, brands, unions or enums. What of two types is compared. */
export type Form =
  | StringNode
  | NumberNode
  | BigintNode
  | LiteralNode
  | BigintLiteralNode
  | TemplateNode
  | BuiltinNode
  | PlainForm
  | UnknownForm
  | ObjectForm
  | SequenceForm
  | AllForm;

/** A type of which there is but one. */
export interface PlainForm {
  readonly kind: 'boolean' | 'null' | 'undefined' | 'symbol';
}

/** Anything; `hole` where the contract does not know. */
export interface UnknownForm {
  readonly kind: 'unknown';
  readonly hole: boolean;
}

/** An object, a record or several of them at once. */
export interface ObjectForm {
  readonly kind: 'object';
  readonly properties: ReadonlyMap<string, PropertyForm>;
  /** The types of names and values of further properties. */
  readonly index?: { readonly key: TypeNode; readonly value: TypeNode };
  /** Whether what is neither named nor of the index is refused; otherwise it is ignored. */
  readonly strict: boolean;
}

/** One property. */
export interface PropertyForm {
  readonly type: TypeNode;
  readonly optional: boolean;
}

/** An array or a tuple: the types of the first items, of those beyond them, and how many there may be. */
export interface SequenceForm {
  readonly kind: 'sequence';
  readonly items: readonly TypeNode[];
  readonly rest?: TypeNode;
  readonly minimum: number;
  readonly maximum: number;
  readonly readonly: boolean;
  /** Whether the numbers are those of a tuple, rather than bounds of an array. */
  readonly tuple: boolean;
}

/** Several forms at once that no one form says, such as a text that is also an object. */
export interface AllForm {
  readonly kind: 'all';
  readonly of: readonly Form[];
}

/** One of the forms that a type may take. */
export interface Member {
  readonly form: Form;
  /** The node as the contract says it: where the form has a name, the reference. */
  readonly node: TypeNode;
  readonly brand?: string;
}
