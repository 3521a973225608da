import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRecord } from '../workspace/record.js';

/** A source file of the workspace, and what it exports when it runs. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly exported: Readonly<Record<string, unknown>>;
  /** A function that it exports, called with whatever the table needs. */
  call(name: string, ...parameters: readonly unknown[]): unknown;
}

/** Loads a source file of another project as it stands. Needs the export condition `@trunkline/source`. */
export async function readSource(root: string, file: string): Promise<Source> {
  const path = join(root, file);
  const loaded: unknown = await import(pathToFileURL(path).href);
  const exported = isRecord(loaded) ? { ...loaded } : {};
  return {
    file,
    text: readFileSync(path, 'utf8'),
    exported,
    call(name, ...parameters) {
      const { [name]: exportedFunction } = exported;
      if (typeof exportedFunction !== 'function') throw new Error(`${file} exports no function ${name}.`);
      return Reflect.apply(exportedFunction, undefined, parameters) as unknown;
    },
  };
}

/** The names in single quotes of an exported type that is a union, such as `| { readonly name: 'idle' }` or `| 'needed'`. */
export function namesOfUnion({ file, text }: Source, type: string): readonly string[] {
  const [, rest = ''] = text.split(`export type ${type} =`);
  const [union = ''] = rest.split(/^(?:export|\/\*\*)/m);
  const names = [...union.matchAll(/'([A-Za-z-]+)'/g)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error(`${file} has no type ${type} of names in single quotes.`);
  return [...new Set(names)];
}
