// Names that a client gives in `features` of `rpc.hello` and a server in those of the welcome: neither uses what the
// other did not name.

/** Arrays of messages are read, and each message in one is answered on its own. */
export const BATCH_FEATURE = 'batch';

/** The output of a call may come in pieces. */
export const PARTS_FEATURE = 'parts';
