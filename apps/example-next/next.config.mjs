import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  distDir: 'dist',
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  // The workspace has its own type check, with its own compiler.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.json' },
};
