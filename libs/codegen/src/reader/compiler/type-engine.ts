import type { Place, TypeFacts, TypeId } from './type-facts.js';

/**
 * A TypeScript compiler as the reader sees it: questions about types by number, answered in plain data and many at a time,
 * since a question to a compiler in another process costs more than its answer. A number means something until the next
 * `update`.
 */
export interface TypeEngine {
  /** Takes in what changed on disk; without a list, anything may have. */
  update(changedFiles?: readonly string[]): void;
  /** The names that a module exports as values. */
  exportNames(file: string): readonly string[];
  /** The type of an exported value, or of what an exported type alias names; `undefined` where nothing is exported so. */
  typeOfExport(file: string, name: string): TypeId | undefined;
  /** The types of the properties of these names in each of the types, `undefined` where it has none. */
  propertyTypes(types: readonly TypeId[], names: readonly string[]): readonly (readonly (TypeId | undefined)[])[];
  /** What types are, one level deep, in the order of the question. */
  describe(types: readonly TypeId[]): readonly TypeFacts[];
  /** The text of the declaration at a place with the comments before it. */
  textAt(place: Place): string;
  /** The files that are the application's own. */
  files(): readonly string[];
  /** What one of them holds, and which others of them it imports. */
  module(file: string): ModuleText;
  close(): void;
}

/** A file of the application: its text, and the application's files that it imports, by what it calls them. */
export interface ModuleText {
  readonly text: string;
  readonly imports: readonly { readonly specifier: string; readonly file: string }[];
}
