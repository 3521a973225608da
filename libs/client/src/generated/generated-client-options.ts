import type { UpgradeRequired } from '@trunkline/protocol';
import type { ClientOptions, ClientTransformer } from '../client-options.js';

/** Everything about a generated client but its transformer. */
export interface ContractClientOptions extends ClientOptions {
  /**
   * Called when the server refuses a procedure because it has another form by now than this client was generated for: once for
   * each contract that the server has in the meantime. The call that was refused fails with `UPGRADE_REQUIRED` all the same, and
   * others go on. A page may load itself anew, but once for each `serverContract`: a server that is behind the page would
   * refuse it again.
   */
  readonly onUpgradeRequired?: ((upgrade: UpgradeRequired) => void) | undefined;
}

/** What a generated client can be made with; its own types say whether there is a transformer. */
export interface GeneratedClientOptions extends ContractClientOptions {
  readonly transformer?: ClientTransformer | undefined;
}
