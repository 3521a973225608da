import ts from '@typescript/typescript6';
import { isBrandAlias, symbolKeyName } from '../declared-origin.js';
import type {
  Declared,
  EnumFacts,
  ObjectFacts,
  PropertyFacts,
  TupleItemFacts,
  TypeFacts,
  TypeId,
} from '../type-facts.js';
import { intrinsicName, unresolvedForm } from '../type-flags.js';
import { type ClassicDeclarations, parentOf } from './classic-declarations.js';

/** Says what types are, from a compiler in this process. It answers as the native one does, in the same order of questions. */
export class ClassicDescriber {
  readonly #checker: ts.TypeChecker;
  readonly #declarations: ClassicDeclarations;
  readonly #ids = new Map<ts.Type, TypeId>();
  readonly #types: ts.Type[] = [];
  readonly #enums = new Map<ts.Symbol, EnumFacts>();

  constructor(checker: ts.TypeChecker, declarations: ClassicDeclarations) {
    this.#checker = checker;
    this.#declarations = declarations;
  }

  keep(type: ts.Type): TypeId {
    let id = this.#ids.get(type);
    if (id === undefined) {
      id = this.#types.push(type) - 1;
      this.#ids.set(type, id);
    }
    return id;
  }

  propertyType(id: TypeId, name: string): TypeId | undefined {
    const symbol = this.#checker.getPropertyOfType(this.#type(id), name);
    return symbol === undefined ? undefined : this.keep(this.#checker.getTypeOfSymbol(symbol));
  }

  describe(id: TypeId): TypeFacts {
    const type = this.#type(id);
    return isObject(type) ? this.#objectFacts(type) : this.#plainFacts(type);
  }

  #type(id: TypeId): ts.Type {
    const type = this.#types[id];
    if (type === undefined) {
      throw new Error(`The type ${id} was never given out by this reading.`);
    }
    return type;
  }

  #keepAll(types: readonly ts.Type[]): readonly TypeId[] {
    return types.map((type) => this.keep(type));
  }

  #plainFacts(type: ts.Type): TypeFacts {
    const { flags } = type;
    if (Reflect.get(type, 'intrinsicName') === 'error') {
      return { form: 'unresolved', what: 'what the compiler could not resolve; see what its type check says' };
    }
    const name = intrinsicName(flags, ts.TypeFlags);
    if (name !== undefined) {
      return {
        form: 'intrinsic',
        name: name === 'undefined' && type !== this.#checker.getUndefinedType() ? 'missing' : name,
      };
    }
    if ((flags & ts.TypeFlags.BooleanLiteral) !== 0) {
      return { form: 'literal', value: Reflect.get(type, 'intrinsicName') === 'true' };
    }
    if (type.isLiteral()) {
      const { value } = type;
      return typeof value === 'object'
        ? { form: 'bigintLiteral', value: `${value.negative ? '-' : ''}${value.base10Value}` }
        : { form: 'literal', value, ...this.#memberOf(type) };
    }
    if ((flags & ts.TypeFlags.EnumLike) !== 0) {
      return this.#enumFacts(type);
    }
    if (type.isUnion()) {
      return { form: 'union', of: this.#unionMembers(type), ...this.#alias(type) };
    }
    if (type.isIntersection()) {
      return { form: 'intersection', of: this.#keepAll(type.types), ...this.#alias(type) };
    }
    if (isTemplate(type)) {
      return { form: 'template', texts: type.texts, types: this.#keepAll(type.types), ...this.#alias(type) };
    }
    return { form: 'unresolved', what: unresolvedForm(flags, ts.TypeFlags, symbolOf(type)?.name ?? '') };
  }

  /** The members of a union; where it is a named union that may be null or undefined, that union and these. */
  #unionMembers(type: ts.UnionType): readonly TypeId[] {
    const empty = type.types.filter(({ flags }) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0);
    const rest = type.types.length - empty.length;
    if (empty.length > 0 && rest > 1 && type.aliasSymbol === undefined) {
      const named = this.#checker.getNonNullableType(type);
      if (named.aliasSymbol !== undefined) {
        return this.#keepAll([named, ...empty]);
      }
    }
    return this.#keepAll(type.types);
  }

  #objectFacts(type: ts.ObjectType): TypeFacts {
    const target = isReference(type) ? type.target : undefined;
    if (isReference(type) && target !== undefined && isTuple(target)) {
      return this.#tupleFacts(type, target);
    }
    const symbol = symbolOf(type);
    const isInstance = symbol !== undefined && (type.isClassOrInterface() || target !== undefined);
    const parameters = isInstance && isReference(type) && target !== type ? this.#parameters(type) : [];
    if (isInstance && this.#declarations.origin(symbol) === 'language') {
      return this.#languageFacts(type, symbol.name, parameters);
    }
    return this.#propertiesFacts(type, isInstance ? this.#declarations.declared(symbol, parameters) : undefined);
  }

  #languageFacts(type: ts.Type, name: string, parameters: readonly TypeId[]): TypeFacts {
    const [items] = parameters;
    if (items !== undefined && (name === 'Array' || name === 'ReadonlyArray')) {
      return { form: 'array', items, readonly: name === 'ReadonlyArray', ...this.#alias(type) };
    }
    return { form: 'language', name, parameters };
  }

  #propertiesFacts(type: ts.ObjectType, declared: Declared | undefined): ObjectFacts {
    const made = ts.SymbolFlags.Function | ts.SymbolFlags.Method | ts.SymbolFlags.Class;
    const head = { form: 'object' as const, ...this.#alias(type), ...(declared === undefined ? {} : { declared }) };
    if (declared === undefined && ((symbolOf(type)?.flags ?? 0) & made) !== 0) {
      return { ...head, properties: [], indexes: [], isCallable: true };
    }
    const symbols = this.#checker
      .getPropertiesOfType(type)
      .filter((property) => !this.#declarations.isHidden(property));
    const holdsNothing = symbols.every((property) => (property.flags & ts.SymbolFlags.Method) !== 0);
    const parent = declared === undefined ? undefined : this.#languageParent(type);
    return {
      ...head,
      ...(parent === undefined ? {} : { extends: parent }),
      ...this.#writesAs(symbols),
      properties: symbols.map((property) => this.#propertyFacts(property)),
      indexes: this.#checker.getIndexInfosOfType(type).map((index) => ({
        key: this.keep(index.keyType),
        value: this.keep(index.type),
        isReadonly: index.isReadonly,
      })),
      isCallable: holdsNothing && declared === undefined && this.#isCallable(type),
    };
  }

  #propertyFacts(symbol: ts.Symbol): PropertyFacts {
    const key = symbolKeyName(String(symbol.escapedName));
    const isMethod = (symbol.flags & ts.SymbolFlags.Method) !== 0;
    return {
      name: key ?? symbol.name,
      isSymbol: key !== undefined,
      isOptional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
      isReadonly: this.#declarations.isReadonly(symbol),
      ...(isMethod ? {} : { type: this.keep(this.#checker.getTypeOfSymbol(symbol)) }),
      places: this.#declarations.places(symbol),
    };
  }

  #writesAs(properties: readonly ts.Symbol[]): { readonly writesAs?: TypeId } {
    const method = properties.find(({ name, flags }) => name === 'toJSON' && (flags & ts.SymbolFlags.Method) !== 0);
    const [signature] =
      method === undefined
        ? []
        : this.#checker.getSignaturesOfType(this.#checker.getTypeOfSymbol(method), ts.SignatureKind.Call);
    return signature === undefined ? {} : { writesAs: this.keep(this.#checker.getReturnTypeOfSignature(signature)) };
  }

  #isCallable(type: ts.Type): boolean {
    return [ts.SignatureKind.Call, ts.SignatureKind.Construct].some(
      (kind) => this.#checker.getSignaturesOfType(type, kind).length > 0,
    );
  }

  /** What a class or interface extends of the language's, however far up. */
  #languageParent(type: ts.Type): string | undefined {
    const declaring = isObject(type) && isReference(type) ? type.target : type;
    for (const base of declaring.isClassOrInterface() ? this.#checker.getBaseTypes(declaring) : []) {
      const symbol = symbolOf(base);
      const isNamed = symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0;
      const name =
        isNamed && this.#declarations.origin(symbol) === 'language' ? symbol.name : this.#languageParent(base);
      if (name !== undefined) {
        return name;
      }
    }
    return undefined;
  }

  #parameters(type: ts.TypeReference): readonly TypeId[] {
    const count = type.target.typeParameters?.length ?? 0;
    return this.#keepAll(this.#checker.getTypeArguments(type).slice(0, count));
  }

  #tupleFacts(type: ts.TypeReference, target: ts.TupleType): TypeFacts {
    const parameters = this.#checker.getTypeArguments(type);
    const items = target.elementFlags.map((flags, index): TupleItemFacts => {
      const label = target.labeledElementDeclarations?.[index]?.name;
      const name = label !== undefined && ts.isIdentifier(label) ? label.text : undefined;
      const parameter = parameters[index] ?? this.#checker.getAnyType();
      return { type: this.keep(parameter), place: tuplePlace(flags), ...(name === undefined ? {} : { name }) };
    });
    return { form: 'tuple', items, readonly: target.readonly, ...this.#alias(type) };
  }

  #alias(type: ts.Type): { readonly alias?: Declared } {
    const symbol = type.aliasSymbol;
    if (symbol === undefined || this.#declarations.origin(symbol) === 'language') {
      return {};
    }
    const isWanted = isBrandAlias(symbol.name) || this.#declarations.origin(symbol) === 'application';
    const parameters = isWanted ? this.#keepAll(type.aliasTypeArguments ?? []) : [];
    return { alias: this.#declarations.declared(symbol, parameters) };
  }

  #memberOf(type: ts.Type): { readonly memberOf?: EnumFacts } {
    const symbol = (type.flags & ts.TypeFlags.EnumLiteral) === 0 ? undefined : symbolOf(type);
    const parent = symbol === undefined ? undefined : parentOf(symbol);
    return parent === undefined ? {} : { memberOf: this.#enumOf(parent) };
  }

  #enumFacts(type: ts.Type): TypeFacts {
    const symbol = symbolOf(type);
    const owner = symbol !== undefined && (symbol.flags & ts.SymbolFlags.EnumMember) !== 0 ? parentOf(symbol) : symbol;
    return owner === undefined ? { form: 'unresolved', what: 'an enum without a name' } : this.#enumOf(owner);
  }

  #enumOf(symbol: ts.Symbol): EnumFacts {
    let facts = this.#enums.get(symbol);
    if (facts === undefined) {
      const members = [...(symbol.exports?.values() ?? [])].filter(
        ({ flags }) => (flags & ts.SymbolFlags.EnumMember) !== 0,
      );
      facts = {
        form: 'enum',
        declared: this.#declarations.declared(symbol, []),
        members: members.map((member) => {
          const [place] = this.#declarations.places(member);
          const value = valueOf(this.#checker.getTypeOfSymbol(member));
          return { name: member.name, value, ...(place === undefined ? {} : { place }) };
        }),
      };
      this.#enums.set(symbol, facts);
    }
    return facts;
  }
}

/** A type's symbol, which the compiler's own types promise where there is none. */
function symbolOf(type: ts.Type): ts.Symbol | undefined {
  return type.getSymbol();
}

function isObject(type: ts.Type): type is ts.ObjectType {
  return (type.flags & ts.TypeFlags.Object) !== 0;
}

function isReference(type: ts.ObjectType): type is ts.TypeReference {
  return (type.objectFlags & ts.ObjectFlags.Reference) !== 0;
}

function isTuple(type: ts.ObjectType): type is ts.TupleType {
  return (type.objectFlags & ts.ObjectFlags.Tuple) !== 0;
}

function isTemplate(type: ts.Type): type is ts.TemplateLiteralType {
  return (type.flags & ts.TypeFlags.TemplateLiteral) !== 0;
}

function valueOf(type: ts.Type): string | number | undefined {
  const value = type.isLiteral() ? type.value : undefined;
  return typeof value === 'object' ? undefined : value;
}

function tuplePlace(flags: ts.ElementFlags): TupleItemFacts['place'] {
  if ((flags & ts.ElementFlags.Required) !== 0) {
    return 'required';
  }
  if ((flags & ts.ElementFlags.Optional) !== 0) {
    return 'optional';
  }
  return (flags & ts.ElementFlags.Rest) === 0 ? 'variadic' : 'rest';
}
