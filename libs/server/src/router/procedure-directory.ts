import type { AnyTRPCRouter } from '@trpc/server';
import type { ProcedureKind } from '@trunkline/protocol';

/** Finds what a path of a call names, and loads lazy routers on the way. */
export class ProcedureDirectory {
  readonly #definition: RouterDefinition;

  constructor(router: AnyTRPCRouter) {
    this.#definition = router._def as RouterDefinition;
  }

  /** The kind of the procedure at the path; a promise only when a lazy router has to be loaded first. */
  kindOf(path: string): ProcedureKind | undefined | Promise<ProcedureKind | undefined> {
    const known = this.#lookUp(path);
    if (known !== undefined) return known;
    const key = this.#lazyKeyFor(path);
    return key === undefined ? undefined : this.#load(path, key);
  }

  // A lazy router may hold further lazy routers, so each load is followed by another look.
  async #load(path: string, firstKey: string): Promise<ProcedureKind | undefined> {
    for (let key: string | undefined = firstKey; key !== undefined; key = this.#lazyKeyFor(path)) {
      await this.#definition.lazy[key]?.load();
      const known = this.#lookUp(path);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  // Own members only, because a path such as "constructor" must find nothing.
  #lookUp(path: string): ProcedureKind | undefined {
    const { procedures } = this.#definition;
    return Object.hasOwn(procedures, path) ? procedures[path]?._def.type : undefined;
  }

  #lazyKeyFor(path: string): string | undefined {
    return Object.keys(this.#definition.lazy).find((key) => path.startsWith(`${key}.`));
  }
}

// The part of a built router that tRPC's own adapters read too.
interface RouterDefinition {
  readonly procedures: Readonly<Record<string, { readonly _def: { readonly type: ProcedureKind } }>>;
  readonly lazy: Readonly<Record<string, { load(): Promise<unknown> }>>;
}
