// Run by the bench in a process of its own: the least that must be done with files that are to be kept.
import { createHash } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

const [folder = '', ...files] = process.argv.slice(2);
const began = performance.now();
let bytes = 0;
for (const file of files) {
  const content = await readFile(file);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const handle = await open(path.join(folder, sha256), 'wx');
  await handle.writeFile(content);
  await handle.sync();
  await handle.close();
  bytes += content.length;
}
const seconds = (performance.now() - began) / 1_000;
for (const file of files) {
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  await rm(path.join(folder, sha256), { force: true });
}
process.stdout.write(JSON.stringify({ mbPerSecond: bytes / 1024 / 1024 / seconds }));
