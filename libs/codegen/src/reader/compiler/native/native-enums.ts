import {
  type Checker,
  type Symbol as NativeSymbol,
  SymbolFlags,
  type Type,
  TypeFlags,
} from '@typescript/native/unstable/sync';
import type { EnumFacts, TypeFacts } from '../type-facts.js';
import type { NativeDeclarations } from './native-declarations.js';

/** The enums of an application, each read once. */
export class NativeEnums {
  readonly #checker: Checker;
  readonly #declarations: NativeDeclarations;
  readonly #known = new Map<number, EnumFacts>();

  constructor(checker: Checker, declarations: NativeDeclarations) {
    this.#checker = checker;
    this.#declarations = declarations;
  }

  memberOf(type: Type): { readonly memberOf?: EnumFacts } {
    const parent = (type.flags & TypeFlags.EnumLiteral) === 0 ? undefined : type.getSymbol()?.getParent();
    return parent === undefined ? {} : { memberOf: this.#enumOf(parent) };
  }

  describe(type: Type): TypeFacts {
    const symbol = type.getSymbol();
    const owner = symbol !== undefined && (symbol.flags & SymbolFlags.EnumMember) !== 0 ? symbol.getParent() : symbol;
    return owner === undefined ? { form: 'unresolved', what: 'an enum without a name' } : this.#enumOf(owner);
  }

  #enumOf(symbol: NativeSymbol): EnumFacts {
    let facts = this.#known.get(symbol.id);
    if (facts === undefined) {
      const members = [...symbol.getExports().values()].filter(({ flags }) => (flags & SymbolFlags.EnumMember) !== 0);
      const types = this.#checker.getTypeOfSymbol(members);
      facts = {
        form: 'enum',
        declared: this.#declarations.declared(symbol, []),
        members: members.map((member, index) => {
          const [place] = this.#declarations.places(member);
          return { name: member.name, value: valueOf(types[index]), ...(place === undefined ? {} : { place }) };
        }),
      };
      this.#known.set(symbol.id, facts);
    }
    return facts;
  }
}

function valueOf(type: Type | undefined): string | number | undefined {
  const value = type?.isLiteralType() === true ? type.value : undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
