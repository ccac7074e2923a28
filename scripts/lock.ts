// After npm install: puts back into the lock file what npm left out of it (see check/lock-file.ts).
import { writeFileSync } from 'node:fs';
import { missingPlatforms, readLockFile } from './check/lock-file.ts';

const lock = readLockFile();
const missing = missingPlatforms(lock);
const [root, ...others] = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
const sorted = others.sort(([a], [b]) => a.localeCompare(b, 'en'));
const packages = Object.fromEntries(root ? [root, ...sorted] : sorted);
if (missing.size > 0) writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
for (const name of missing.keys()) console.log(name);
console.log(`${missing.size} platform packages were added to package-lock.json`);
