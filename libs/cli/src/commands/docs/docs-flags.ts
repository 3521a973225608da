/** The options of `docs`, as they stand on the command line. */
export interface DocsFlags {
  readonly contract: string;
  readonly out: string;
  readonly title?: string;
  readonly apiVersion?: string;
  readonly description?: string;
  readonly url?: string;
}
