/** The options of `breaking`, as they stand on the command line. */
export interface BreakingFlags {
  readonly config?: string;
  readonly against?: string;
  readonly contract?: string;
  readonly level?: 'breaking' | 'risky' | 'info';
  readonly category?: 'wire' | 'source';
  readonly ignore?: readonly string[];
  readonly format?: 'text' | 'json' | 'github';
}
