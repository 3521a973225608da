import ts from '@typescript/typescript6';
import { originOfFile } from '../declared-origin.js';
import type { ModuleText, TypeEngine } from '../type-engine.js';
import type { Place, TypeFacts, TypeId } from '../type-facts.js';
import { ClassicDeclarations } from './classic-declarations.js';
import { ClassicDescriber } from './classic-describer.js';

/** TypeScript 6 in this process: slower, with an interface that is stable. */
export class ClassicEngine implements TypeEngine {
  readonly #tsconfigPath: string;
  readonly #files = new Map<string, ts.SourceFile | undefined>();
  #program: ts.Program;
  #checker: ts.TypeChecker;
  #declarations = new ClassicDeclarations();
  #describer: ClassicDescriber;

  constructor(tsconfigPath: string) {
    this.#tsconfigPath = tsconfigPath;
    this.#program = this.#makeProgram();
    this.#checker = this.#program.getTypeChecker();
    this.#describer = new ClassicDescriber(this.#checker, this.#declarations);
  }

  update(changedFiles?: readonly string[]): void {
    if (changedFiles === undefined) {
      this.#files.clear();
    }
    for (const file of changedFiles ?? []) {
      this.#files.delete(file);
    }
    this.#program = this.#makeProgram(this.#program);
    this.#checker = this.#program.getTypeChecker();
    this.#declarations = new ClassicDeclarations();
    this.#describer = new ClassicDescriber(this.#checker, this.#declarations);
  }

  exportNames(file: string): readonly string[] {
    const module = this.#module(file);
    const symbols = module === undefined ? [] : this.#checker.getExportsOfModule(module);
    return symbols
      .filter((symbol) => (this.#target(symbol).flags & ts.SymbolFlags.Value) !== 0)
      .map(({ name }) => name);
  }

  typeOfExport(file: string, name: string): TypeId | undefined {
    const module = this.#module(file);
    const exported = module === undefined ? undefined : this.#checker.tryGetMemberInModuleExports(name, module);
    const symbol = exported === undefined ? undefined : this.#target(exported);
    if (symbol !== undefined && (symbol.flags & ts.SymbolFlags.Value) !== 0) {
      return this.#describer.keep(this.#checker.getTypeOfSymbol(symbol));
    }
    const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.TypeAlias) !== 0;
    return isAlias ? this.#describer.keep(this.#checker.getDeclaredTypeOfSymbol(symbol)) : undefined;
  }

  propertyTypes(types: readonly TypeId[], names: readonly string[]): readonly (readonly (TypeId | undefined)[])[] {
    return types.map((type) => names.map((name) => this.#describer.propertyType(type, name)));
  }

  describe(types: readonly TypeId[]): readonly TypeFacts[] {
    return types.map((type) => this.#describer.describe(type));
  }

  textAt(place: Place): string {
    return this.#declarations.textAt(place);
  }

  files(): readonly string[] {
    const names = this.#program.getSourceFiles().map(({ fileName }) => fileName);
    return names.filter((file) => originOfFile(file) === 'application');
  }

  module(file: string): ModuleText {
    const text = this.#program.getSourceFile(file)?.text ?? '';
    const specifiers = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
    const imports = specifiers.flatMap((specifier) => {
      const resolved = this.#resolve(specifier, file);
      return resolved === undefined || originOfFile(resolved) !== 'application' ? [] : [{ specifier, file: resolved }];
    });
    return { text, imports };
  }

  close(): void {
    this.#files.clear();
  }

  #resolve(specifier: string, file: string): string | undefined {
    const options = this.#program.getCompilerOptions();
    const source = this.#program.getSourceFile(file);
    return ts.resolveModuleName(specifier, file, options, ts.sys, undefined, undefined, source?.impliedNodeFormat)
      .resolvedModule?.resolvedFileName;
  }

  #makeProgram(before?: ts.Program): ts.Program {
    const parsed = ts.getParsedCommandLineOfConfigFile(this.#tsconfigPath, undefined, {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        const reason = ts.flattenDiagnosticMessageText(messageText, ' ');
        throw new Error(`The compiler could not open ${this.#tsconfigPath}: ${reason}`);
      },
    });
    if (parsed === undefined) {
      throw new Error(`The compiler could not open ${this.#tsconfigPath}.`);
    }
    const { fileNames, options } = parsed;
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (fileName, languageVersion) => {
      if (!this.#files.has(fileName)) {
        this.#files.set(fileName, read(fileName, languageVersion));
      }
      return this.#files.get(fileName);
    };
    return ts.createProgram(fileNames, options, host, before);
  }

  #module(file: string): ts.Symbol | undefined {
    const source = this.#program.getSourceFile(file);
    if (source === undefined) {
      throw new Error(`${file} is not among the files of ${this.#tsconfigPath}: add it to "include" or "files".`);
    }
    return this.#checker.getSymbolAtLocation(source);
  }

  /** The symbol behind an import or an `export { … }`. */
  #target(symbol: ts.Symbol): ts.Symbol {
    return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.#checker.getAliasedSymbol(symbol);
  }
}
