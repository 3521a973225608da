import { existsSync } from 'node:fs';
import { type FoundProcedure, findProcedures } from '../find-procedures.js';
import type { TypeEngine } from '../type-engine.js';
import type { Place } from '../type-facts.js';
import { ModuleGraph } from './module-graph.js';
import { isFarReaching, onlyMounts } from './module-text.js';

/** A router that a file exports, and where in the whole router it is mounted. */
export interface Mounting {
  readonly file: string;
  readonly exportName: string;
  /** With a dot at its end, or empty. */
  readonly prefix: string;
  /** The paths of its procedures in the whole router. */
  readonly paths: readonly string[];
}

/** What has to be read again after a change. */
export interface ChangePlan {
  readonly changedFiles: readonly string[];
  readonly affectedFiles: ReadonlySet<string>;
  readonly mountings: readonly Mounting[];
  readonly exports: ReadonlyMap<string, string>;
}

/** A router that was looked at again: the paths that it had, and the procedures that it has. */
export interface Reread {
  readonly former: readonly string[];
  readonly procedures: readonly FoundProcedure[];
}

type Known = ReadonlyMap<string, { readonly place?: Place }>;

/**
 * Finds out what a change of files can have changed. The whole router's type is what costs most, so the routers of the
 * files that depend on the change are looked at by themselves; where that could miss something, there is no plan, and
 * everything is read again.
 */
export class ChangeScout {
  readonly #engine: TypeEngine;
  #graph: ModuleGraph | undefined;

  constructor(engine: TypeEngine) {
    this.#engine = engine;
  }

  /** Lets go of what is known of modules. */
  forget(): void {
    this.#graph = undefined;
  }

  /** The modules of a router that depend on none of these files, in the order of their evaluation, as far as they were looked at. */
  modulesApartFrom(files: Iterable<string>, routerPath: string): readonly string[] {
    const graph = this.#graph;
    if (graph === undefined) return [];
    const dependents = graph.withImporters(files);
    return graph.inEvaluationOrder(routerPath).filter((file) => !dependents.has(file));
  }

  /** What is to be done once the compiler has taken the change in; asked before it has. */
  plan(changedFiles: readonly string[], known: Known): ChangePlan | undefined {
    this.#graph ??= new ModuleGraph(this.#engine);
    const graph = this.#graph;
    if (changedFiles.some((file) => !existsSync(file) || isFarReaching(graph.get(file)?.text ?? 'declare global'))) {
      return undefined;
    }
    const affectedFiles = graph.withImporters(changedFiles);
    const files = [...new Set([...known.values()].flatMap(({ place }) => (place === undefined ? [] : [place.file])))];
    const declaring = files.filter((file) => affectedFiles.has(file));
    const suspects = declaring.filter((file) => changedFiles.includes(file) || !this.#onlyMounts(file, affectedFiles));
    if (suspects.length * 2 > files.length) {
      return undefined;
    }
    const mountings: Mounting[] = [];
    for (const file of suspects) {
      const found = this.#mountingsOf(file, known);
      if (found === undefined) {
        return undefined;
      }
      mountings.push(...found);
    }
    const exports = new Map(changedFiles.map((file) => [file, this.#exportsOf(file)]));
    return { changedFiles, affectedFiles, mountings, exports };
  }

  /** The procedures of the routers to be looked at, now that the change was taken in; `undefined` where all has to be read. */
  follow(plan: ChangePlan): readonly Reread[] | undefined {
    this.#graph?.refresh(plan.changedFiles);
    for (const file of plan.changedFiles) {
      if (isFarReaching(this.#graph?.get(file)?.text ?? '') || this.#exportsOf(file) !== plan.exports.get(file)) {
        return undefined;
      }
    }
    const rereads = plan.mountings.map(({ file, exportName, prefix, paths }) => {
      const procedures = this.#proceduresOf(file, exportName);
      return procedures === undefined
        ? undefined
        : { former: paths, procedures: procedures.map((found) => ({ ...found, path: `${prefix}${found.path}` })) };
    });
    return rereads.every((reread) => reread !== undefined) ? rereads : undefined;
  }

  #exportsOf(file: string): string {
    return this.#engine.exportNames(file).toSorted().join(' ');
  }

  #proceduresOf(file: string, exportName: string): readonly FoundProcedure[] | undefined {
    const type = this.#engine.typeOfExport(file, exportName);
    return type === undefined ? undefined : findProcedures(this.#engine, type)?.procedures;
  }

  /** Whether a file that declares procedures takes nothing but routers from what the change affects. */
  #onlyMounts(file: string, affectedFiles: ReadonlySet<string>): boolean {
    const module = this.#graph?.get(file);
    const imports = module?.imports.filter((imported) => affectedFiles.has(imported.file)) ?? [];
    return (
      module !== undefined &&
      imports.every(({ specifier, file: imported }) => onlyMounts(module.text, specifier, this.#routersOf(imported)))
    );
  }

  #routersOf(file: string): readonly string[] {
    return this.#engine.exportNames(file).filter((name) => this.#proceduresOf(file, name) !== undefined);
  }

  /** Where the routers that a file exports are mounted; `undefined` where that does not account for all its procedures. */
  #mountingsOf(file: string, known: Known): readonly Mounting[] | undefined {
    const own = [...known].filter(([, { place }]) => place?.file === file);
    const covered = new Set<string>();
    const mountings: Mounting[] = [];
    for (const exportName of this.#engine.exportNames(file)) {
      const procedures = this.#proceduresOf(file, exportName) ?? [];
      for (const prefix of prefixesOf(procedures, own)) {
        const paths = procedures.map(({ path }) => `${prefix}${path}`);
        mountings.push({ file, exportName, prefix, paths });
        for (const path of paths) {
          covered.add(path);
        }
      }
    }
    return own.every(([path]) => covered.has(path)) ? mountings : undefined;
  }
}

/** The places in the whole router where all these procedures are found, known by where they are declared. */
function prefixesOf(
  procedures: readonly FoundProcedure[],
  own: readonly (readonly [string, { readonly place?: Place }])[],
): readonly string[] {
  const [first] = procedures;
  if (first === undefined) {
    return [];
  }
  const paths = new Map(own.map(([path, { place }]) => [path, place]));
  const prefixes = own.flatMap(([path]) => {
    const prefix = path.slice(0, path.length - first.path.length);
    return path.endsWith(first.path) && (prefix === '' || prefix.endsWith('.')) ? [prefix] : [];
  });
  return prefixes.filter((prefix) =>
    procedures.some(({ path, place }) => isSamePlace(paths.get(`${prefix}${path}`), place)),
  );
}

function isSamePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a !== undefined && b !== undefined && a.file === b.file && a.index === b.index;
}
