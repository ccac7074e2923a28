import { budgets, machineNames } from './check/budgets.ts';
import { imports } from './check/imports.ts';
import { lockFile } from './check/lock-file.ts';
import { program, type Step } from './check/step.ts';

const STEPS: readonly Step[] = [
  program('format-and-lint', 'one style, no any, no unused import. Fix: npm run format', [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
    '.',
  ]),
  program('types', 'strict TypeScript finds what tests do not', ['node_modules/typescript-7/bin/tsc', '-b']),
  imports,
  program('unused', 'code that nobody uses is read by everybody. Fix: delete it', ['node_modules/knip/bin/knip.js']),
  budgets,
  machineNames,
  lockFile,
  program('manifests', 'an administrator uploads them; Teams and Word refuse what does not fit', [
    'appPackage/src/check.ts',
  ]),
];

let broken = 0;
for (const step of STEPS) {
  const began = performance.now();
  const problems = step.run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
  if (problems.length === 0) continue;
  broken += 1;
  console.log(`     why: ${step.why}`);
  for (const problem of problems) console.log(problem.replace(/^/gm, '     '));
}
if (broken > 0) process.exitCode = 1;
