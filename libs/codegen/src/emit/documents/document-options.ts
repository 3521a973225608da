/** What the documents say that no contract knows. */
export interface DocumentOptions {
  /** The name of the API. */
  readonly title: string;
  /** The version of the API; nothing is read from it. */
  readonly version: string;
  /** What the API is there for, in Markdown. */
  readonly description?: string;
  /** Where the server is reached, such as `wss://api.example.org/rpc`. Left out: the documents name no server. */
  readonly url?: string;
}
