import {
  type Checker,
  ElementFlags,
  type Symbol as NativeSymbol,
  ObjectFlags,
  SignatureKind,
  SymbolFlags,
  type TupleType,
  type Type,
  TypeFlags,
} from '@typescript/native/unstable/sync';
import { isBrandAlias, symbolKeyName } from '../declared-origin.js';
import type { Declared, ObjectFacts, PropertyFacts, TupleItemFacts, TypeFacts, TypeId } from '../type-facts.js';
import { intrinsicName, unresolvedForm } from '../type-flags.js';
import type { NativeDeclarations } from './native-declarations.js';
import { NativeEnums } from './native-enums.js';
import { NativeParents } from './native-parents.js';
import { tupleLabels } from './native-tuple-labels.js';

/** Facts that are complete once the types of all properties that were asked for are there. */
type Sketch = (typeOf: (symbol: NativeSymbol) => TypeId) => TypeFacts;

/** Says what types are, with one question for all properties of all types that are asked about together. */
export class NativeDescriber {
  readonly #checker: Checker;
  readonly #declarations: NativeDeclarations;
  readonly #types = new Map<TypeId, Type>();
  readonly #parents: NativeParents;
  readonly #enums: NativeEnums;
  #undefinedId: TypeId | undefined;
  #asked: NativeSymbol[] = [];

  constructor(checker: Checker, declarations: NativeDeclarations) {
    this.#checker = checker;
    this.#declarations = declarations;
    this.#parents = new NativeParents(checker, declarations);
    this.#enums = new NativeEnums(checker, declarations);
  }

  keep(type: Type): TypeId {
    this.#types.set(type.id, type);
    return type.id;
  }

  describe(ids: readonly TypeId[]): readonly TypeFacts[] {
    this.#asked = [];
    const sketches = ids.map((id) => this.#sketch(this.#type(id)));
    const types = this.#asked.length === 0 ? [] : this.#checker.getTypeOfSymbol(this.#asked);
    const byId = new Map<number, TypeId>();
    for (const [index, symbol] of this.#asked.entries()) {
      const type = types[index];
      if (type !== undefined) {
        byId.set(symbol.id, this.keep(type));
      }
    }
    const typeOf = (symbol: NativeSymbol): TypeId => byId.get(symbol.id) ?? this.keep(this.#checker.getAnyType());
    return sketches.map((sketch) => sketch(typeOf));
  }

  propertyTypes(ids: readonly TypeId[], names: readonly string[]): readonly (readonly (TypeId | undefined)[])[] {
    const rows = ids.map((id) => this.#propertiesOf(this.#type(id), names));
    const types = this.#checker.getTypeOfSymbol(rows.flat().filter((symbol) => symbol !== undefined));
    let next = 0;
    return rows.map((row) =>
      row.map((symbol) => {
        const type = symbol === undefined ? undefined : types[next++];
        return type === undefined ? undefined : this.keep(type);
      }),
    );
  }

  /** One question for a type, however many names. */
  #propertiesOf(type: Type, names: readonly string[]): readonly (NativeSymbol | undefined)[] {
    const [only] = names;
    if (names.length === 1 && only !== undefined) {
      return [this.#checker.getPropertyOfType(type, only)];
    }
    const symbols = this.#checker.getPropertiesOfType(type);
    return names.map((name) => symbols.find((symbol) => symbol.name === name));
  }

  #type(id: TypeId): Type {
    const type = this.#types.get(id);
    if (type === undefined) {
      throw new Error(`The type ${id} was never given out by this reading.`);
    }
    return type;
  }

  #keepAll(types: readonly Type[]): readonly TypeId[] {
    return types.map((type) => this.keep(type));
  }

  #sketch(type: Type): Sketch {
    if (type.isObjectType()) {
      return this.#sketchObject(type);
    }
    const facts = this.#plainFacts(type);
    return () => facts;
  }

  #plainFacts(type: Type): TypeFacts {
    const { flags } = type;
    if (type.isErrorType()) {
      return { form: 'unresolved', what: 'what the compiler could not resolve; see what its type check says' };
    }
    const name = intrinsicName(flags, TypeFlags);
    if (name !== undefined) {
      return { form: 'intrinsic', name: name === 'undefined' && type.id !== this.#undefined() ? 'missing' : name };
    }
    if (type.isBigIntLiteralType()) {
      return { form: 'bigintLiteral', value: String(type.value) };
    }
    if (type.isLiteralType() && typeof type.value !== 'bigint') {
      return { form: 'literal', value: type.value, ...this.#enums.memberOf(type) };
    }
    if ((flags & (TypeFlags.Enum | TypeFlags.EnumLiteral)) !== 0) {
      return this.#enums.describe(type);
    }
    if (type.isUnionType()) {
      return { form: 'union', of: this.#unionMembers(type, type.getTypes()), ...this.#alias(type) };
    }
    if (type.isIntersectionType()) {
      return { form: 'intersection', of: this.#keepAll(type.getTypes()), ...this.#alias(type) };
    }
    if (type.isTemplateLiteralType()) {
      return { form: 'template', texts: type.texts, types: this.#keepAll(type.getTypes()), ...this.#alias(type) };
    }
    return { form: 'unresolved', what: unresolvedForm(flags, TypeFlags, type.getSymbol()?.name ?? '') };
  }

  /** The members of a union; where it is a named union that may be null or undefined, that union and these. */
  #unionMembers(type: Type, types: readonly Type[]): readonly TypeId[] {
    const empty = types.filter(({ flags }) => (flags & TypeFlags.Nullable) !== 0);
    const rest = types.length - empty.length;
    if (empty.length > 0 && rest > 1 && type.getAliasSymbol() === undefined) {
      const named = this.#checker.getNonNullableType(type);
      if (named?.getAliasSymbol() !== undefined) {
        return this.#keepAll([named, ...empty]);
      }
    }
    return this.#keepAll(types);
  }

  #sketchObject(type: Type & { readonly objectFlags: ObjectFlags }): Sketch {
    const target = type.isTypeReference() ? type.getTarget() : undefined;
    if (target?.isTupleType() === true) {
      const facts = this.#tupleFacts(type, target);
      return () => facts;
    }
    const symbol = type.getSymbol();
    const isNamed = symbol !== undefined && (type.objectFlags & ObjectFlags.ClassOrInterface) !== 0;
    const isInstance = symbol !== undefined && (isNamed || target !== undefined);
    const parameters = isInstance && target !== undefined && target !== type ? this.#parameters(type) : [];
    if (isInstance && this.#declarations.origin(symbol) === 'language') {
      const facts = this.#languageFacts(type, symbol.name, parameters);
      return () => facts;
    }
    return this.#sketchProperties(type, isInstance ? this.#declarations.declared(symbol, parameters) : undefined);
  }

  #languageFacts(type: Type, name: string, parameters: readonly TypeId[]): TypeFacts {
    const [items] = parameters;
    if (items !== undefined && (name === 'Array' || name === 'ReadonlyArray')) {
      return { form: 'array', items, readonly: name === 'ReadonlyArray', ...this.#alias(type) };
    }
    return { form: 'language', name, parameters };
  }

  #sketchProperties(type: Type, declared: Declared | undefined): Sketch {
    const flags = type.getSymbol()?.flags ?? 0;
    const head = { form: 'object' as const, ...this.#alias(type), ...(declared === undefined ? {} : { declared }) };
    const isMade =
      declared === undefined && (flags & (SymbolFlags.Function | SymbolFlags.Method | SymbolFlags.Class)) !== 0;
    if (isMade) {
      return () => ({ ...head, properties: [], indexes: [], isCallable: true });
    }
    const symbols = this.#checker
      .getPropertiesOfType(type)
      .filter((property) => !this.#declarations.isHidden(property));
    const held = symbols.filter((property) => (property.flags & SymbolFlags.Method) === 0);
    const isCallable = held.length === 0 && declared === undefined && this.#isCallable(type);
    const indexes = this.#checker.getIndexInfosOfType(type).map((index) => ({
      key: this.keep(index.keyType),
      value: this.keep(index.valueType),
      isReadonly: index.isReadonly,
    }));
    const parent = declared === undefined ? undefined : this.#parents.languageParent(type);
    const writesAs = this.#writesAs(symbols);
    this.#asked.push(...held);
    return (typeOf): ObjectFacts => ({
      ...head,
      ...(parent === undefined ? {} : { extends: parent }),
      ...(writesAs === undefined ? {} : { writesAs }),
      properties: symbols.map((property) => this.#propertyFacts(property, typeOf)),
      indexes,
      isCallable,
    });
  }

  #propertyFacts(symbol: NativeSymbol, typeOf: (symbol: NativeSymbol) => TypeId): PropertyFacts {
    const key = symbolKeyName(symbol.escapedName);
    return {
      name: key ?? symbol.name,
      isSymbol: key !== undefined,
      isOptional: (symbol.flags & SymbolFlags.Optional) !== 0,
      isReadonly: this.#declarations.isReadonly(symbol),
      ...((symbol.flags & SymbolFlags.Method) === 0 ? { type: typeOf(symbol) } : {}),
      places: this.#declarations.places(symbol),
    };
  }

  #writesAs(properties: readonly NativeSymbol[]): TypeId | undefined {
    const method = properties.find(({ name, flags }) => name === 'toJSON' && (flags & SymbolFlags.Method) !== 0);
    const type = method === undefined ? undefined : this.#checker.getTypeOfSymbol(method);
    const [signature] = type === undefined ? [] : this.#checker.getSignaturesOfType(type, SignatureKind.Call);
    const result = signature === undefined ? undefined : this.#checker.getReturnTypeOfSignature(signature);
    return result === undefined ? undefined : this.keep(result);
  }

  #isCallable(type: Type): boolean {
    return [SignatureKind.Call, SignatureKind.Construct].some(
      (kind) => this.#checker.getSignaturesOfType(type, kind).length > 0,
    );
  }

  #parameters(type: Type): readonly TypeId[] {
    if (!type.isTypeReference()) {
      return [];
    }
    const target = type.getTarget();
    const count = target.isClassOrInterface() ? target.getTypeParameters().length : undefined;
    return this.#keepAll(count === 0 ? [] : this.#checker.getTypeArguments(type).slice(0, count));
  }

  #tupleFacts(type: Type, target: TupleType): TypeFacts {
    const parameters = type.isTypeReference() ? this.#checker.getTypeArguments(type) : [];
    const labels = parameters.length === 0 ? [] : tupleLabels(this.#checker, type);
    // The compiler says nothing at all of the places of an empty tuple.
    const places: readonly ElementFlags[] | undefined = target.elementFlags;
    const items = (places ?? []).map((flags, index): TupleItemFacts => {
      const name = labels[index];
      const parameter = parameters[index] ?? this.#checker.getAnyType();
      return { type: this.keep(parameter), place: tuplePlace(flags), ...(name === undefined ? {} : { name }) };
    });
    return { form: 'tuple', items, readonly: target.readonly, ...this.#alias(type) };
  }

  #alias(type: Type): { readonly alias?: Declared } {
    const symbol = type.getAliasSymbol();
    if (symbol === undefined || this.#declarations.origin(symbol) === 'language') {
      return {};
    }
    const isWanted = isBrandAlias(symbol.name) || this.#declarations.origin(symbol) === 'application';
    const parameters = isWanted ? this.#keepAll(type.getAliasTypeArguments()) : [];
    return { alias: this.#declarations.declared(symbol, parameters) };
  }

  #undefined(): TypeId {
    this.#undefinedId ??= this.#checker.getUndefinedType().id;
    return this.#undefinedId;
  }
}

function tuplePlace(flags: ElementFlags): TupleItemFacts['place'] {
  if ((flags & ElementFlags.Required) !== 0) {
    return 'required';
  }
  if ((flags & ElementFlags.Optional) !== 0) {
    return 'optional';
  }
  return (flags & ElementFlags.Rest) === 0 ? 'variadic' : 'rest';
}
