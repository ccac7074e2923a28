import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT, type Step } from './step.ts';

const CRUISER = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const CONFIG = path.join(ROOT, '.dependency-cruiser.js');
const PLACES = ['core', 'bot', 'teams-app', 'tab', 'office-addin', 'appPackage', 'sandbox', 'scripts'];

/** The rules that the planted files break, one each at least. */
const PLANTED = [
  'no-cycles',
  'shared-imports-nothing',
  'core-records-looks-down-only',
  'capability-by-its-door',
  'pure-stays-pure',
  'pages-use-contracts-only',
  'nobody-imports-the-sandbox',
];

function cruise(folder: string, places: readonly string[]): { code: number; output: string } {
  const args = [CRUISER, '--config', CONFIG, '--output-type', 'err-long', ...places];
  const done = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: done.status ?? 1, output: `${done.stdout}${done.stderr}` };
}

export const imports: Step = {
  name: 'imports',
  why: 'who may import whom keeps every room readable alone (CONTRIBUTING.md, "The house")',
  run() {
    const real = cruise(ROOT, PLACES);
    if (real.code !== 0) return [real.output];
    const planted = cruise(path.join(import.meta.dirname, 'planted'), ['core', 'tab', 'sandbox']);
    return PLANTED.filter((rule) => !planted.output.includes(`error ${rule}:`)).map(
      (rule) =>
        `the planted break of ${rule} was not seen: the rule sees nothing. Fix: .dependency-cruiser.js or scripts/check/planted`,
    );
  },
};
