/** One way of serving and calling, as it is measured. */
export interface Variant {
  /** As in `--variants`. */
  readonly name: string;
  /** As in the table. */
  readonly title: string;
  /** The modules below `servers/` and `clients/` that make it up, without their extension. */
  readonly server: string;
  readonly client: string;
  /** Whether it has a transformer to switch on. */
  readonly hasTransformer: boolean;
  /** Over what it runs. Only WebSockets take part in scenarios about connections. */
  readonly transport: 'websocket' | 'http';
  /** The one scenario that it takes part in; left out for every one that wants it. */
  readonly onlyIn?: string;
  /** Whether its packages stand apart, in `competitors/`. */
  readonly isCompetitor: boolean;
}

/** A variant with or without its transformer. */
export interface Case {
  readonly variant: Variant;
  readonly superjson: boolean;
}

/** The name of a case in JSON, goals and progress lines. */
export function nameOf({ variant, superjson }: Case): string {
  return superjson ? `${variant.name}+superjson` : variant.name;
}
