import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, type Step } from './step.ts';

const MAX_LINES = 250;
const MAX_TEST_LINES = 400;
const TEST_SUPPORT = /(\.(test|fixtures?)\.tsx?|\/(fixtures|testing)\/[^/]+|\/stand-in[^/]*\.ts)$/;
// Tables of data are read by looking up, not from top to bottom.
const TABLES = /\/(text|contract|packs\/[^/]+|[^/]+-words|fixed-people|names)\.ts$/;

function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
}

export const budgets: Step = {
  name: 'budgets',
  why: 'a file is one thought, read without scrolling for long',
  run() {
    return trackedFiles().flatMap((file) => {
      if (TABLES.test(file)) return [];
      const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n').length - 1;
      const limit = TEST_SUPPORT.test(file) ? MAX_TEST_LINES : MAX_LINES;
      return lines > limit
        ? [`${file}: ${lines} lines, at most ${limit}. Fix: split it by what its parts are about`]
        : [];
    });
  },
};

// Built by character so that this file does not name what it forbids.
const FORBIDDEN = [new RegExp(`/${'wo'}${'rk'}/(main|shared)`), /(registry|mirror)\.npm(?!js\.org)[a-z.-]*/];

export const machineNames: Step = {
  name: 'machine-names',
  why: 'the project runs on any machine: no path of one, no host of a package registry',
  run() {
    const all = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const files = all
      .split('\n')
      .filter((file) => /\.(tsx?|js|json|md|ya?ml|xml|html|sql)$/.test(file) && existsSync(path.join(ROOT, file)));
    return files.flatMap((file) => {
      const content = readFileSync(path.join(ROOT, file), 'utf8');
      const found = FORBIDDEN.map((pattern) => pattern.exec(content)?.[0]).filter((text) => text !== undefined);
      return found.map((text) => `${file}: names ${text}. Fix: use a relative path or a setting`);
    });
  },
};
