/** What a person may do. A real enum, as packages and generated code of databases declare them. */
export declare enum Role {
  /** Everything. */
  Admin = 'admin',
  /** What was shared. */
  Member = 'member',
  Guest = 'guest',
}

/** How loud it is: numbers, so that its object has both ways. */
export declare enum Level {
  Low = 0,
  Middle = 5,
  High = 10,
}
