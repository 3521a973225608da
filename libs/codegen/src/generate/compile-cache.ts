import type { GeneratedFile } from '../emit/generated-file.js';
import { compileFiles } from '../emit/typescript/compile-files.js';

/** Compiles files, and those that did not change since the last time not again. */
export class CompileCache {
  #compiled = new Map<string, { readonly text: string; readonly files: readonly GeneratedFile[] }>();

  readonly compile = (files: readonly GeneratedFile[]): readonly GeneratedFile[] => {
    const before = this.#compiled;
    this.#compiled = new Map();
    return files.flatMap((file) => {
      const known = before.get(file.path);
      const compiled = known?.text === file.text ? known.files : compileFiles([file]);
      this.#compiled.set(file.path, { text: file.text, files: compiled });
      return compiled;
    });
  };
}
