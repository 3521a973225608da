/** What a type is printed with. */
export interface PrintScope {
  /** What a named type of the contract is called. */
  nameOf(name: string): string;
  readonly brands: 'keep' | 'strip';
  readonly enums: 'const' | 'literal';
}
