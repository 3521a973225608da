/** A file that a contract is made into. */
export interface GeneratedFile {
  /** Where it stands in the folder of the generated package, with `/` between names. */
  readonly path: string;
  /** The whole file; ends in a newline. */
  readonly text: string;
  /** Whether it is a beginning that its owner may change: written where no such file is, and never again. */
  readonly onlyIfMissing?: true;
}
