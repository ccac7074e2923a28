import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';

// In a process of its own: the tests' own memory is not asked about.
const WRITES = `
  const { writeBag } = await import(process.argv[1]);
  const file = process.argv[2];
  const size = 50 * 1024 * 1024;
  const files = Array.from({ length: 10 }, (_, at) => ({ path: 'records/' + at + '.pdf', content: { file, size } }));
  const before = process.resourceUsage().maxRSS;
  let octets = 0;
  for await (const chunk of writeBag({ name: 'bag', files, info: [], at: new Date() })) octets += chunk.length;
  console.log(JSON.stringify({ octets, grownMb: (process.resourceUsage().maxRSS - before) / 1024 }));
`;

it('R-16: a package of half a gigabyte is written without holding it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaigi-package-'));
  try {
    const file = path.join(folder, 'large');
    await writeFile(file, '');
    await truncate(file, 50 * 1024 * 1024);
    const bagit = new URL('./bagit.ts', import.meta.url).href;
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', WRITES, bagit, file], { encoding: 'utf8' });
    const { octets, grownMb } = JSON.parse(ran.stdout || `{"octets": 0, "why": ${JSON.stringify(ran.stderr)}}`);
    expect(octets).toBeGreaterThan(500 * 1024 * 1024);
    expect(grownMb).toBeLessThan(100);
  } finally {
    await rm(folder, { recursive: true });
  }
});
