/**
 * Imports a package of this folder. The packages are installed only by who measures, so nothing may depend on them before
 * that: no check, no editor, no bundler.
 * @param {string} specifier
 */
export const loadPackage = (specifier) => import(specifier);
