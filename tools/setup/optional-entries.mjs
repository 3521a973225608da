/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   dev?: boolean, optionalDependencies?: Record<string, string> }} LockEntry
 */

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * Pure: the lock's entries, with one for each optional dependency that has none, in npm's order.
 * @param {Record<string, LockEntry>} packages
 * @returns {{ packages: Record<string, LockEntry>, added: string[] }}
 */
export function addMissingEntries(packages) {
  /** @type {Record<string, LockEntry>} */
  const missing = {};
  for (const [location, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isPresent(packages, location, name)) continue;
      missing[`node_modules/${name}`] = createEntry(name, range, entry.dev === true);
    }
  }
  const [root, ...others] = Object.entries({ ...packages, ...missing });
  const sorted = others.toSorted(([left], [right]) => left.localeCompare(right, 'en'));
  return {
    packages: Object.fromEntries(root === undefined ? [] : [root, ...sorted]),
    added: Object.keys(missing),
  };
}

/**
 * @param {string} name
 * @param {string} range
 * @param {boolean} isDev
 * @returns {LockEntry}
 */
function createEntry(name, range, isDev) {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) =>
    words.some((word) => word === processor || isArmVariant(word, processor)),
  );
  if (os.length === 0 || !/^\d+\.\d+\.\d+/.test(range)) {
    throw new Error(
      `The optional dependency ${name}@${range} is not in package-lock.json, and neither its platform nor an exact version can be read from it. Add an entry by hand, or pin it.`,
    );
  }
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return {
    version: range,
    ...(cpu.length > 0 && { cpu }),
    ...(isDev && { dev: true }),
    ...(os[0] === 'linux' && libc.length > 0 && { libc }),
    optional: true,
    os,
  };
}

/**
 * Platform names such as linux-arm-gnueabihf carry the processor as a word of its own; 'armv7' and 'armhf' do not.
 * @param {string} word
 * @param {string} processor
 */
function isArmVariant(word, processor) {
  return processor === 'arm' && /^arm(v\d+|hf)$/.test(word);
}

/**
 * Node's own search: next to the dependent, then outwards.
 * @param {Record<string, LockEntry>} packages
 * @param {string} location
 * @param {string} name
 */
function isPresent(packages, location, name) {
  for (let place = location; ; ) {
    if (packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`]) return true;
    if (place === '') return false;
    const end = place.lastIndexOf('/node_modules/');
    place = end === -1 ? '' : place.slice(0, end);
  }
}
