/** Where a router is: a file and the name under which it is exported. */
export interface RouterAddress {
  readonly routerPath: string;
  readonly exportName: string;
}

/**
 * Reads `src/router.ts#appRouter`.
 *
 * @throws TypeError that says what is missing.
 */
export function parseRouterAddress(address: string): RouterAddress {
  const index = address.lastIndexOf('#');
  const routerPath = index === -1 ? address : address.slice(0, index);
  const exportName = index === -1 ? '' : address.slice(index + 1);
  if (routerPath === '' || exportName === '') {
    const missing = routerPath === '' ? 'the file' : 'the name of the export';
    throw new TypeError(`The router "${address}" lacks ${missing}; write it as src/router.ts#appRouter.`);
  }
  return { routerPath, exportName };
}
