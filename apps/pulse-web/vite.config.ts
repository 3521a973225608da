import { rm } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const pulseServer = `127.0.0.1:${process.env['PORT'] ?? '4400'}`;

export default defineConfig({
  plugins: [
    react(),
    {
      // dist also holds what the specs write, so only the page's own files of the build before are taken away.
      name: 'remove-former-assets',
      apply: 'build',
      buildStart: () => rm(new URL('dist/assets', import.meta.url), { recursive: true, force: true }),
    },
  ],
  resolve: { conditions: ['@trunkline/source', 'module', 'browser', 'development|production'] },
  build: { outDir: 'dist', emptyOutDir: false, target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/rpc': { target: `ws://${pulseServer}`, ws: true } } },
});
