/** A part of an application: a file of procedures. */
export interface Area {
  readonly index: number;
  readonly name: string;
  /** The name of the interface that only this area has. */
  readonly summaryName: string;
  /** One for each kind of procedure, in their order. */
  readonly procedureNames: readonly string[];
}
