import type { BreakingSettings, GenerateSettings } from '@trunkline/codegen';

/** What `trunkline.config.ts` exports for one client. Paths are relative to the file's folder. */
export interface TrunklineConfig extends GenerateSettings {
  /** What `trunkline breaking` compares with, and what counts. */
  readonly breaking?: BreakingConfig;
}

/** What `trunkline breaking` does where its options do not say otherwise. */
export interface BreakingConfig extends BreakingSettings {
  /** The contract that clients out there were made from: a file, `git:<ref>:<path>` or `npm:<package>@<version>`. */
  readonly against?: string;
}
