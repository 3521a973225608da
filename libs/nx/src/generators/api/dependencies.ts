/** What the projects of an API run on. */
export const DEPENDENCIES: Readonly<Record<string, string>> = {
  '@trpc/server': '^11.18.0',
  '@trunkline/client': '^0.1.0',
  '@trunkline/server': '^0.1.0',
  superjson: '^2.2.0',
  zod: '^4.0.0',
};

/** What they are made with. */
export const DEV_DEPENDENCIES: Readonly<Record<string, string>> = {
  '@trunkline/cli': '^0.1.0',
  '@trunkline/nx': '^0.1.0',
  '@types/node': '^20.19.0',
  tsx: '^4.20.0',
  typescript: '^6.0.0',
};
