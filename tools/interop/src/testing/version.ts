/** The version of tRPC that this run is about. */
export const trpcVersion = String(Reflect.get(globalThis, 'trpcVersion'));

/** Whether the version is this one or a later one. */
export function isAtLeast(version: string): boolean {
  return trpcVersion.localeCompare(version, 'en', { numeric: true }) >= 0;
}
