import type { EvaluatedFile } from './evaluated-files.js';
import type { RouterAddress } from './router-address.js';

/** What the process that imports a router is asked, one after the other. */
export type RouterRequest =
  /** To evaluate these files, in this order; see prepareModules. */
  | { readonly name: 'prepare'; readonly files: readonly EvaluatedFile[] }
  /** To import a router, to tell which files were evaluated if that is asked, and to end. */
  | { readonly name: 'import'; readonly address: RouterAddress; readonly tellsFiles: boolean };
