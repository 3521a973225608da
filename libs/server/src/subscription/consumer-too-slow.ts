/** Ends a stream of events whose policy lets none go, because its client did not read them in time. */
export class ConsumerTooSlow extends Error {
  /** Whether the whole connection closes with it. */
  readonly closesConnection: boolean;

  constructor(message: string, closesConnection: boolean) {
    super(message);
    this.closesConnection = closesConnection;
  }
}
