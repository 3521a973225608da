import ts from '@typescript/typescript6';
import { originOfFile, originOfFiles } from '../declared-origin.js';
import type { Declared, Origin, Place, TypeId } from '../type-facts.js';

/** `CheckFlags.Readonly`: of a property that the compiler made. It is kept where the compiler's own types do not say. */
const MADE_READONLY = 8;

/** Where symbols are declared, and how. */
export class ClassicDeclarations {
  readonly #nodes = new WeakMap<Place, ts.Declaration>();
  readonly #places = new WeakMap<ts.Declaration, Place>();

  declared(symbol: ts.Symbol, parameters: readonly TypeId[]): Declared {
    const [place] = this.places(symbol);
    return { name: symbol.name, origin: this.origin(symbol), ...(place === undefined ? {} : { place }), parameters };
  }

  origin(symbol: ts.Symbol): Origin {
    return originOfFiles((symbol.declarations ?? []).map((declaration) => declaration.getSourceFile().fileName));
  }

  places(symbol: ts.Symbol): readonly Place[] {
    const places = (symbol.declarations ?? []).map((declaration) => this.#placeOf(declaration));
    return places.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.index - b.index));
  }

  textAt(place: Place): string {
    const node = this.#nodes.get(place);
    return node === undefined ? '' : node.getFullText();
  }

  isReadonly(symbol: ts.Symbol): boolean {
    if ((checkFlagsOf(symbol) & MADE_READONLY) !== 0) {
      return true;
    }
    if ((symbol.flags & ts.SymbolFlags.Accessor) !== 0) {
      return (symbol.flags & ts.SymbolFlags.SetAccessor) === 0;
    }
    return (modifiersOf(symbol) & ts.ModifierFlags.Readonly) !== 0;
  }

  /** Whether a property is a class's own business, or is worked out by its prototype: neither is ever sent. */
  isHidden(symbol: ts.Symbol): boolean {
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    return (
      String(symbol.escapedName).startsWith('__#') || (modifiersOf(symbol) & hidden) !== 0 || isOnPrototype(symbol)
    );
  }

  #placeOf(declaration: ts.Declaration): Place {
    let place = this.#places.get(declaration);
    if (place === undefined) {
      place = { file: declaration.getSourceFile().fileName, index: declaration.pos };
      this.#places.set(declaration, place);
      this.#nodes.set(place, declaration);
    }
    return place;
  }
}

function modifiersOf(symbol: ts.Symbol): ts.ModifierFlags {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || originOfFile(declaration.getSourceFile().fileName) === 'language') {
    return ts.ModifierFlags.None;
  }
  return ts.getCombinedModifierFlags(declaration);
}

function isOnPrototype(symbol: ts.Symbol): boolean {
  return (
    (symbol.flags & ts.SymbolFlags.Accessor) !== 0 && ((parentOf(symbol)?.flags ?? 0) & ts.SymbolFlags.Class) !== 0
  );
}

/** What a symbol is a member of, which the compiler's own types do not say. */
export function parentOf(symbol: ts.Symbol): ts.Symbol | undefined {
  const parent: unknown = Reflect.get(symbol, 'parent');
  return isSymbol(parent) ? parent : undefined;
}

function isSymbol(value: unknown): value is ts.Symbol {
  return typeof value === 'object' && value !== null && 'escapedName' in value && 'flags' in value;
}

function checkFlagsOf(symbol: ts.Symbol): number {
  const links: unknown = Reflect.get(symbol, 'links');
  const flags: unknown = typeof links === 'object' && links !== null ? Reflect.get(links, 'checkFlags') : 0;
  return typeof flags === 'number' ? flags : 0;
}
