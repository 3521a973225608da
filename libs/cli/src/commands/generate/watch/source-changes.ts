/** One thing that happened to a file. */
export interface SourceChange {
  readonly kind: 'changed' | 'added' | 'removed';
  /** Absolute. */
  readonly path: string;
}

/** What happened to each file since the last generation, the latest of each. */
export type SourceChanges = ReadonlyMap<string, SourceChange['kind']>;

/** The changes with one more. A file that is new stays new when it changes. */
export function addChange(changes: SourceChanges, { kind, path }: SourceChange): SourceChanges {
  const before = changes.get(path);
  return new Map([...changes, [path, kind === 'changed' && before === 'added' ? 'added' : kind]]);
}

/** The files for a generator that has read the others: only of files that were there before and still are does it know enough. */
export function changedFilesOf(changes: SourceChanges): readonly string[] | undefined {
  const isChangedOnly = [...changes.values()].every((kind) => kind === 'changed');
  return isChangedOnly ? [...changes.keys()] : undefined;
}
