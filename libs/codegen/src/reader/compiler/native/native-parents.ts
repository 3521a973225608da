import { type Checker, type InterfaceType, SymbolFlags, type Type } from '@typescript/native/unstable/sync';
import type { TypeId } from '../type-facts.js';
import type { NativeDeclarations } from './native-declarations.js';

/** What classes and interfaces extend, asked about once for each declaration. */
export class NativeParents {
  readonly #checker: Checker;
  readonly #declarations: NativeDeclarations;
  readonly #known = new Map<TypeId, string | undefined>();

  constructor(checker: Checker, declarations: NativeDeclarations) {
    this.#checker = checker;
    this.#declarations = declarations;
  }

  /** What a class or interface extends of the language's, however far up. */
  languageParent(type: Type): string | undefined {
    const declaring = type.isTypeReference() ? type.getTarget() : type;
    if (!declaring.isClassOrInterface()) {
      return undefined;
    }
    if (!this.#known.has(declaring.id)) {
      this.#known.set(declaring.id, this.#findLanguageParent(declaring));
    }
    return this.#known.get(declaring.id);
  }

  #findLanguageParent(declaring: InterfaceType): string | undefined {
    for (const base of this.#checker.getBaseTypes(declaring)) {
      const symbol = base.getSymbol();
      const isNamed = symbol !== undefined && (symbol.flags & (SymbolFlags.Class | SymbolFlags.Interface)) !== 0;
      if (isNamed && this.#declarations.origin(symbol) === 'language') {
        return symbol.name;
      }
      const further = this.languageParent(base);
      if (further !== undefined) {
        return further;
      }
    }
    return undefined;
  }
}
