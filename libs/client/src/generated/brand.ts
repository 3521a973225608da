/** A type that is told apart by its name alone: an order's id is no user's id, though both are strings. */
export type Brand<T, TName extends string> = T & {
  /** Never there; it holds the name. */
  readonly '~brand': TName;
};
