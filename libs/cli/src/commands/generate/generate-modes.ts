/** The options of `generate` that are no settings of a client. */
export interface GenerateModes {
  readonly config?: string;
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly diffLines: number;
}
