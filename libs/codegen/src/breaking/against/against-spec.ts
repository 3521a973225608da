/** Where the contract to compare with is. */
export type AgainstSpec =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'git'; readonly ref: string; readonly path: string }
  | { readonly kind: 'npm'; readonly specifier: string };

/** A contract to compare with that cannot be had, with the reason and what to do. */
export class AgainstError extends Error {
  override readonly name = 'AgainstError';
}

// What git takes for the name of a revision; never an option, which would begin with a hyphen.
const refPattern = /^[\w@][\w./@{}~^+-]*$/;
// A package with a version or a tag; never an option.
const packagePattern = /^(?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*@[\w.+~^*-]+$/i;
const localPattern = /^(?:\.{0,2}\/).+/;

/**
 * Reads `contract.json`, `git:<ref>:<path>` or `npm:<package>@<version>`; with npm also a folder or tarball, `npm:./package`.
 *
 * @throws AgainstError when it is none of these.
 */
export function parseAgainst(text: string): AgainstSpec {
  if (text.startsWith('git:')) return parseGit(text);
  if (text.startsWith('npm:')) return parseNpm(text);
  if (text === '')
    throw new AgainstError(
      'Nothing is given to compare with; give a file, git:<ref>:<path> or npm:<package>@<version>.',
    );
  return { kind: 'file', path: text };
}

function parseGit(text: string): AgainstSpec {
  const [, ref = '', ...rest] = text.split(':');
  const path = rest.join(':');
  if (!refPattern.test(ref) || ref.includes('..')) {
    throw new AgainstError(
      `"${text}" names no revision of git: "${ref}". It is written git:<ref>:<path>, such as git:main:libs/api/contract.json.`,
    );
  }
  if (
    path === '' ||
    path.startsWith('/') ||
    path.startsWith('-') ||
    path.split('/').includes('..') ||
    path.includes('\0')
  ) {
    throw new AgainstError(
      `"${text}" names no file in a repository: "${path}". The path is relative to the repository's root, without "..".`,
    );
  }
  return { kind: 'git', ref, path };
}

function parseNpm(text: string): AgainstSpec {
  const specifier = text.slice('npm:'.length);
  if (!packagePattern.test(specifier) && !localPattern.test(specifier)) {
    throw new AgainstError(
      `"${text}" names no package with a version. It is written npm:<package>@<version>, such as npm:@acme/api-client@1.4.0 or npm:@acme/api-client@latest.`,
    );
  }
  return { kind: 'npm', specifier };
}
