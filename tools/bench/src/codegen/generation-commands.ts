/** What a process that generates is asked. */
export type GenerationCommands = {
  open(settings: ProcessSettings): Promise<void>;
  /** Generates and writes. With the files that changed, as `--watch` does. */
  generate(changedFiles?: readonly string[]): Promise<GenerationReport>;
  close(): Promise<void>;
};

export interface ProcessSettings {
  readonly settings: { readonly router: string; readonly out: string; readonly packageName: string };
  /** What the paths in the settings are relative to. */
  readonly folder: string;
  /** Whether it will be asked again, as with `--watch`. */
  readonly isWatching: boolean;
}

/** What one generation came to. */
export interface GenerationReport {
  /** How long the steps took, by name. Schemas and types are read at the same time. */
  readonly stepsMs: Readonly<Record<string, number>>;
  readonly changedPaths: readonly string[];
}
