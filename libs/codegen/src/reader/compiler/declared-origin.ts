import type { Origin } from './type-facts.js';

/** The compiler's own library, and what describes the platforms that bring classes of the same kind along. */
const LANGUAGE_FILE =
  /(?:typescript[^/]*\/(?:[^/]+\/)*lib|^bundled:.*)\/lib(?:\.[\w.]+)?\.d\.ts$|\/node_modules\/(?:@types\/(?:node|bun)|undici-types|bun-types)\//u;

/** Whose a file is, by its path. */
export function originOfFile(file: string): Origin {
  const path = file.replaceAll('\\', '/');
  if (LANGUAGE_FILE.test(path)) {
    return 'language';
  }
  return path.includes('/node_modules/') ? 'package' : 'application';
}

/** Whose something is that is declared in all these files: what the language declares stays its own, whoever adds to it. */
export function originOfFiles(files: readonly string[]): Origin {
  const origins = files.map(originOfFile);
  for (const origin of ['language', 'application'] as const) {
    if (origins.includes(origin)) {
      return origin;
    }
  }
  return 'package';
}

/** The description in a symbol's name, as compilers write keys that are symbols: `__@$brand@12` is `$brand`. */
export function symbolKeyName(name: string): string | undefined {
  return /^__@(.*)@\d+$/u.exec(name)?.[1];
}

/** The aliases by which zod brands a type: those of zod 4 and of zod 3. Their parameter is the brand's name. */
export function isBrandAlias(name: string): boolean {
  return name === '$brand' || name === 'BRAND';
}
