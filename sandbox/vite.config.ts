import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'src');
const outDir = join(here, 'dist', 'pages');
const pages = ['pages/index.html', 'pages/teams.html', 'word/word.html']
  .map((page) => join(source, page))
  .filter(existsSync);

/** The windows live in `src/pages` and `src/word`, but are served side by side at `/`, `/teams` and `/word`. */
function flatPages(): Plugin {
  return {
    name: 'kaigi-flat-pages',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.fileName.endsWith('.html')) output.fileName = basename(output.fileName);
      }
    },
  };
}

/** Pages load Office.js with a plain script tag, so its stand-in is one classic script of its own. */
function officeJs(): Plugin {
  const entry = join(source, 'word', 'office-js', 'office.ts');
  let folder = outDir;
  return {
    name: 'kaigi-office-js',
    configResolved(config) {
      folder = config.build.outDir;
    },
    async closeBundle() {
      if (!existsSync(entry)) return;
      await build({
        configFile: false,
        root: source,
        logLevel: 'warn',
        publicDir: false,
        build: {
          outDir: join(folder, 'office-js'),
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry, name: 'KaigiOfficeJs', formats: ['iife'], fileName: () => 'office.js' },
        },
      });
    },
  };
}

export default defineConfig({
  root: source,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: pages },
  },
  plugins: [flatPages(), officeJs()],
});
