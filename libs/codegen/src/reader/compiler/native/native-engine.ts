import { dirname } from 'node:path';
import { isStringLiteral } from '@typescript/native/unstable/ast/is';
import {
  type API,
  type Symbol as NativeSymbol,
  type Project,
  type Snapshot,
  SymbolFlags,
  type TimingInfo,
  type Type,
} from '@typescript/native/unstable/sync';
import { originOfFile } from '../declared-origin.js';
import type { ModuleText, TypeEngine } from '../type-engine.js';
import type { Place, TypeFacts, TypeId } from '../type-facts.js';
import { NativeDeclarations } from './native-declarations.js';
import { NativeDescriber } from './native-describer.js';
import { startCompiler } from './start-compiler.js';

/** TypeScript 7 in a process of its own, over a pipe. Its interface is named unstable, so it is pinned to one version. */
export class NativeEngine implements TypeEngine {
  readonly #api: API;
  readonly #tsconfigPath: string;
  #snapshot: Snapshot;
  #project: Project;
  #declarations = new NativeDeclarations();
  #describer: NativeDescriber;

  constructor(tsconfigPath: string, options: { readonly collectTiming?: boolean } = {}) {
    this.#tsconfigPath = tsconfigPath;
    this.#api = startCompiler({ cwd: dirname(tsconfigPath), ...options });
    try {
      this.#snapshot = this.#api.updateSnapshot({ openProjects: [tsconfigPath] });
      this.#project = this.#openProject();
    } catch (error) {
      this.#api.close();
      throw error;
    }
    this.#describer = new NativeDescriber(this.#project.checker, this.#declarations);
  }

  /** What the compiler was asked, where `collectTiming` was set. */
  get timing(): TimingInfo {
    return this.#api.getTimingInfo();
  }

  update(changedFiles?: readonly string[]): void {
    const before = this.#snapshot;
    this.#snapshot = this.#api.updateSnapshot({
      fileChanges: changedFiles === undefined ? { invalidateAll: true } : { changed: [...changedFiles] },
    });
    before.dispose();
    this.#project = this.#openProject();
    this.#declarations = new NativeDeclarations();
    this.#describer = new NativeDescriber(this.#project.checker, this.#declarations);
  }

  exportNames(file: string): readonly string[] {
    const module = this.#module(file);
    const symbols = module === undefined ? [] : this.#project.checker.getExportsOfModule(module);
    return symbols.filter((symbol) => this.#valueOf(symbol) !== undefined).map(({ name }) => name);
  }

  typeOfExport(file: string, name: string): TypeId | undefined {
    const module = this.#module(file);
    const exported = module === undefined ? undefined : this.#project.checker.getMemberInModuleExports(module, name);
    const type = exported === undefined ? undefined : this.#typeOf(exported);
    return type === undefined ? undefined : this.#describer.keep(type);
  }

  describe(types: readonly TypeId[]): readonly TypeFacts[] {
    return this.#describer.describe(types);
  }

  propertyTypes(types: readonly TypeId[], names: readonly string[]): readonly (readonly (TypeId | undefined)[])[] {
    return this.#describer.propertyTypes(types, names);
  }

  textAt(place: Place): string {
    return this.#declarations.textAt(place);
  }

  files(): readonly string[] {
    return this.#project.program.getSourceFileNames().filter((file) => originOfFile(file) === 'application');
  }

  module(file: string): ModuleText {
    const source = this.#project.program.getSourceFile(file);
    if (source === undefined) {
      return { text: '', imports: [] };
    }
    const specifiers = source.imports.filter(isStringLiteral);
    const modules = specifiers.length === 0 ? [] : this.#project.checker.getSymbolAtLocation(specifiers);
    const imports = specifiers.flatMap(({ text }, index) =>
      (modules[index]?.declarations ?? []).map(({ path }) => ({ specifier: text, file: path })),
    );
    return { text: source.text, imports: imports.filter((entry) => originOfFile(entry.file) === 'application') };
  }

  close(): void {
    this.#api.close();
  }

  #openProject(): Project {
    const project = this.#snapshot.getProject(this.#tsconfigPath);
    if (project === undefined) {
      throw new Error(`The compiler could not open ${this.#tsconfigPath}.`);
    }
    return project;
  }

  #module(file: string): NativeSymbol | undefined {
    const source = this.#project.program.getSourceFile(file);
    if (source === undefined) {
      throw new Error(`${file} is not among the files of ${this.#tsconfigPath}: add it to "include" or "files".`);
    }
    return this.#project.checker.getSymbolAtLocation(source);
  }

  #valueOf(exported: NativeSymbol): NativeSymbol | undefined {
    const symbol = NativeDeclarations.resolveAlias(this.#project.checker, exported);
    return (symbol.flags & SymbolFlags.Value) === 0 ? undefined : symbol;
  }

  #typeOf(exported: NativeSymbol): Type | undefined {
    const value = this.#valueOf(exported);
    if (value !== undefined) {
      return this.#project.checker.getTypeOfSymbol(value);
    }
    const symbol = NativeDeclarations.resolveAlias(this.#project.checker, exported);
    return (symbol.flags & SymbolFlags.TypeAlias) === 0
      ? undefined
      : this.#project.checker.getDeclaredTypeOfSymbol(symbol);
  }
}
