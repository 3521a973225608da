// Names that a client gives in `features` of `rpc.hello` and a server in those of the welcome: neither uses what the
// other did not name.

/** The output of a call may come in pieces. */
export const PARTS_FEATURE = 'parts';
