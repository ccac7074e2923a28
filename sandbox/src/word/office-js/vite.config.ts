import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// A classic script, as Microsoft's is: pages load it with a plain <script src> before their own module.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: fileURLToPath(new URL('../../../dist/pages/office-js', import.meta.url)),
    emptyOutDir: true,
    lib: { entry: 'main.ts', formats: ['iife'], name: 'KaigiSandboxOfficeJs', fileName: () => 'office.js' },
  },
});
