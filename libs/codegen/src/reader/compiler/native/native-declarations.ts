import {
  type Checker,
  type Symbol as NativeSymbol,
  type NodeHandle,
  SymbolFlags,
} from '@typescript/native/unstable/sync';
import { originOfFile, originOfFiles } from '../declared-origin.js';
import type { Declared, Origin, Place, TypeId } from '../type-facts.js';

/** What a declaration is written with, as the compiler's bits say it. */
const PRIVATE_OR_PROTECTED = 2 | 4;
const READONLY = 8;
/** `CheckFlags.Readonly`: of a property that the compiler made. */
const MADE_READONLY = 8;

/** Where symbols are declared, and how. Asks for a file's tree once, and only for files whose declarations matter. */
export class NativeDeclarations {
  readonly #handles = new WeakMap<Place, NodeHandle>();
  readonly #declared = new Map<number, Omit<Declared, 'parameters'>>();

  declared(symbol: NativeSymbol, parameters: readonly TypeId[]): Declared {
    let known = this.#declared.get(symbol.id);
    if (known === undefined) {
      const places = this.places(symbol);
      known = {
        name: symbol.name,
        origin: this.origin(symbol),
        ...(places[0] === undefined ? {} : { place: places[0] }),
      };
      this.#declared.set(symbol.id, known);
    }
    return { ...known, parameters };
  }

  origin(symbol: NativeSymbol): Origin {
    return originOfFiles(symbol.declarations.map(({ path }) => path));
  }

  places(symbol: NativeSymbol): readonly Place[] {
    const places = symbol.declarations.map((handle) => {
      const place = { file: handle.path, index: handle.index };
      this.#handles.set(place, handle);
      return place;
    });
    return places.length < 2
      ? places
      : places.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.index - b.index));
  }

  textAt(place: Place): string {
    const node = this.#handles.get(place)?.resolve();
    return node === undefined ? '' : node.getSourceFile().text.slice(node.pos, node.end);
  }

  isReadonly(symbol: NativeSymbol): boolean {
    if ((symbol.checkFlags & MADE_READONLY) !== 0) {
      return true;
    }
    if ((symbol.flags & SymbolFlags.Accessor) !== 0) {
      return (symbol.flags & SymbolFlags.SetAccessor) === 0;
    }
    return (this.#modifiers(symbol) & READONLY) !== 0;
  }

  /** Whether a property is a class's own business, or is worked out by its prototype: neither is ever sent. */
  isHidden(symbol: NativeSymbol): boolean {
    return (
      symbol.escapedName.startsWith('__#') ||
      (this.#modifiers(symbol) & PRIVATE_OR_PROTECTED) !== 0 ||
      isOnPrototype(symbol)
    );
  }

  /** The symbol behind an import or an `export { … }`. */
  static resolveAlias(checker: Checker, symbol: NativeSymbol): NativeSymbol {
    return (symbol.flags & SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  }

  #modifiers(symbol: NativeSymbol): number {
    const handle = symbol.valueDeclaration;
    if (handle === undefined || originOfFile(handle.path) === 'language') {
      return 0;
    }
    const node = handle.resolve();
    return node !== undefined && 'modifierFlags' in node && typeof node.modifierFlags === 'number'
      ? node.modifierFlags
      : 0;
  }
}

function isOnPrototype(symbol: NativeSymbol): boolean {
  return (symbol.flags & SymbolFlags.Accessor) !== 0 && ((symbol.getParent()?.flags ?? 0) & SymbolFlags.Class) !== 0;
}
