import type { Resumed } from '@trunkline/protocol';

/**
 * How the server began to serve a subscription: what a Trunkline server says of it, or `unconfirmed`: a tRPC server was
 * given the last tracked id and does not say whether its procedure went on from there.
 */
export type Resumption = Resumed | 'unconfirmed';
