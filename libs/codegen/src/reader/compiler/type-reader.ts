import { compareText } from '../../contract/canonical.js';
import type { TypeNode } from '../../contract/type-node.js';
import type { CompilerProcedure, CompilerReading } from '../reading.js';
import { buildProcedure } from './build/build-procedure.js';
import { Definitions } from './build/definitions.js';
import { FinishedNodes } from './build/finished-nodes.js';
import { nameDefinitions, namedTypes, reachedDefinitions } from './build/name-definitions.js';
import { TypeBuilder } from './build/type-builder.js';
import { FactTable } from './fact-table.js';
import { type FoundProcedure, type FoundRouter, findProcedures, readConfig } from './find-procedures.js';
import type { TypeEngine } from './type-engine.js';
import type { Place } from './type-facts.js';
import { ChangeScout, type Reread } from './watch/change-scout.js';

/** Where a router is, and which compiler reads it. */
export interface TypeReaderOptions {
  /** The configuration of the project that the router's file belongs to; absolute. */
  readonly tsconfigPath: string;
  /** The file that exports the router, or its type; absolute. */
  readonly routerPath: string;
  /** The name of the export: `appRouter`, or a type such as `AppRouter`. */
  readonly exportName: string;
  /** `native` is TypeScript 7 in a process of its own; `classic` is TypeScript 6 in this one, several times slower. */
  readonly engine: 'native' | 'classic';
}

/** A procedure whose references still hold keys, and where it is declared. */
export interface ReadProcedure {
  readonly place?: Place;
  readonly procedure: CompilerProcedure;
}

/** Reads a router's types, and keeps the compiler for the next time. */
export class TypeReader {
  readonly #options: TypeReaderOptions;
  readonly #engine: TypeEngine;
  readonly #scout: ChangeScout;
  readonly #finished = new FinishedNodes();
  #definitions = new Definitions();
  #procedures = new Map<string, ReadProcedure>();
  #hasTransformer = false;
  #errorData: TypeNode | undefined;
  #isRead = false;

  /** Starts the compiler. Whoever opens a reader closes it. */
  static async open(options: TypeReaderOptions): Promise<TypeReader> {
    return new TypeReader(options, await openEngine(options));
  }

  constructor(options: TypeReaderOptions, engine: TypeEngine) {
    this.#options = options;
    this.#engine = engine;
    this.#scout = new ChangeScout(engine);
  }

  /**
   * The router's types as they are on disk. Given the files that changed since the last time, as absolute paths without
   * links, only what depends on them is read again, as far as that can be told; given none, all is.
   *
   * @throws where the file, the export or the router in it is not to be found.
   */
  read(changedFiles?: readonly string[]): CompilerReading {
    if (!this.#isRead) {
      return this.#readAll();
    }
    const plan = changedFiles === undefined ? undefined : this.#scout.plan(changedFiles, this.#procedures);
    this.#engine.update(plan === undefined ? undefined : changedFiles);
    const rereads = plan === undefined ? undefined : this.#scout.follow(plan);
    if (plan === undefined || rereads === undefined) {
      return this.#readAll();
    }
    return this.#readAgain(plan.affectedFiles, rereads);
  }

  /** The application's own files in the project, absolute. */
  files(): readonly string[] {
    return this.#engine.files();
  }

  /** The router's modules that do not depend on these files, in the order of their evaluation; none where that is not known. */
  modulesApartFrom(files: Iterable<string>): readonly string[] {
    return this.#scout.modulesApartFrom(files, this.#options.routerPath);
  }

  close(): void {
    this.#engine.close();
  }

  #readAll(): CompilerReading {
    this.#isRead = true;
    this.#scout.forget();
    this.#definitions = new Definitions();
    this.#procedures = new Map();
    const { procedures, config } = this.#findRouter();
    const { hasTransformer, errorData } = readConfig(this.#engine, config);
    const facts = new FactTable(this.#engine);
    facts.explore([
      ...procedures.flatMap(({ input, output }) => [input, output]),
      ...(errorData === undefined ? [] : [errorData]),
    ]);
    const builder = this.#build(facts, procedures);
    this.#hasTransformer = hasTransformer;
    this.#errorData = errorData === undefined ? undefined : builder.build(errorData, ['ErrorData']);
    return this.#finish();
  }

  #readAgain(affectedFiles: ReadonlySet<string>, rereads: readonly Reread[]): CompilerReading {
    for (const { key, file } of this.#definitions.all()) {
      if (file !== undefined && affectedFiles.has(file)) {
        this.#definitions.delete(key);
      }
    }
    const facts = new FactTable(this.#engine);
    facts.explore(rereads.flatMap(({ procedures }) => procedures.flatMap(({ input, output }) => [input, output])));
    for (const { former, procedures } of rereads) {
      for (const path of former) {
        this.#procedures.delete(path);
      }
      this.#build(facts, procedures);
    }
    return this.#finish();
  }

  #findRouter(): FoundRouter {
    const { routerPath, exportName } = this.#options;
    const type = this.#engine.typeOfExport(routerPath, exportName);
    if (type === undefined) {
      const names = this.#engine.exportNames(routerPath).join(', ');
      throw new Error(`${routerPath} exports no ${exportName}; it exports ${names === '' ? 'no values' : names}.`);
    }
    const found = findProcedures(this.#engine, type);
    if (found === undefined) {
      throw new Error(
        `${exportName} of ${routerPath} is not a router: its type has no \`_def.record\`, as routers of tRPC 11 do.`,
      );
    }
    return found;
  }

  #build(facts: FactTable, procedures: readonly FoundProcedure[]): TypeBuilder {
    const builder = new TypeBuilder(facts, this.#definitions, (place) => this.#engine.textAt(place));
    for (const found of procedures) {
      const procedure = buildProcedure(found, facts, builder);
      this.#procedures.set(found.path, { procedure, ...(found.place === undefined ? {} : { place: found.place }) });
    }
    return builder;
  }

  #finish(): CompilerReading {
    const procedures = [...this.#procedures].toSorted(([a], [b]) => compareText(a, b));
    const roots = procedures.flatMap(([, { procedure }]) => [procedure.input, procedure.output]);
    const errorData = this.#errorData;
    const definitions = reachedDefinitions(
      [...roots, ...(errorData === undefined ? [] : [errorData])],
      this.#definitions,
    );
    const names = nameDefinitions(definitions);
    const finish = (node: TypeNode): TypeNode => this.#finished.finish(node, names);
    return {
      hasTransformer: this.#hasTransformer,
      procedures: Object.fromEntries(
        procedures.map(([path, { procedure }]) => [
          path,
          { ...procedure, input: finish(procedure.input), output: finish(procedure.output) },
        ]),
      ),
      types: namedTypes(definitions, names, finish),
      ...(errorData === undefined ? {} : { errorData: finish(errorData) }),
    };
  }
}

/** Compilers are loaded when they are needed: the classic one takes a second for that alone. */
async function openEngine({ engine, tsconfigPath }: TypeReaderOptions): Promise<TypeEngine> {
  if (engine === 'native') {
    const { NativeEngine } = await import('./native/native-engine.js');
    return new NativeEngine(tsconfigPath);
  }
  const { ClassicEngine } = await import('./classic/classic-engine.js');
  return new ClassicEngine(tsconfigPath);
}
