import { existsSync } from 'node:fs';
import { access, constants, mkdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { KaigiError } from '@kaigi/core/shared';
import { azureIn, openBlobs } from '../../blobs/open-blobs.ts';
import type { BlobsConfig } from '../../config/blobs.ts';
import type { Config } from '../../config/config.ts';
import type { Secrets } from '../../config/secrets.ts';
import { describeError } from '../../log.ts';
import { homeOf } from '../../open-suite.ts';
import { builtPages } from '../../static/find-pages.ts';
import { type Checked, checked } from './check.ts';

const GIB = 1024 ** 3;

export function checkNode(version: string): Checked {
  return checked(
    Number(version.split('.')[0]) >= 24 ? 'ok' : 'fail',
    Number(version.split('.')[0]) >= 24 ? 'node.ok' : 'node.fail',
    {
      version,
    },
  );
}

export function checkMode({ sandboxUrl }: Config): Checked {
  return checked('ok', sandboxUrl === null ? 'mode.microsoft' : 'mode.sandbox');
}

export async function checkDisk(config: Config): Promise<Checked> {
  const home = homeOf(config);
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.W_OK);
    const { bavail, bsize } = await statfs(home);
    const free = (bavail * bsize) / GIB;
    const params = { home, free: free.toFixed(1) };
    if (free < 0.5) return checked('fail', 'disk.fail', params);
    return free < 5 ? checked('warn', 'disk.warn', params) : checked('ok', 'disk.ok', params);
  } catch {
    return checked('fail', 'disk.fail', { home, free: '?' });
  }
}

export async function checkBlobs(config: Config, secrets: Secrets): Promise<Checked> {
  try {
    const { blobs } = await openBlobs(config, secrets, homeOf(config));
    // The same bytes every time, so that looking leaves one small file at most.
    const sha256 = await blobs.put(new TextEncoder().encode('kaigi doctor'));
    if ((await blobs.get(sha256)) === null) throw new RangeError('not found again');
    if (config.blobs === null) return checked('ok', 'blobs.ok');
    const where = placeOf(config.blobs);
    const azure = await azureIn(config, secrets, homeOf(config));
    const days = (await azure?.daysAfterRemoval()) ?? 0;
    return days > 0 ? checked('warn', 'blobs.soft_delete', { where, days }) : checked('ok', 'blobs.azure', { where });
  } catch (error) {
    if (error instanceof KaigiError) return checked('fail', error.code);
    return checked('fail', 'blobs.fail', { reason: describeError(error).message });
  }
}

const placeOf = ({ address: { endpoint, container, prefix } }: BlobsConfig) => `${endpoint}/${container}/${prefix}`;

export function checkPages(): Checked {
  const { tab, officeAddin } = builtPages();
  const missing = [
    ...(existsSync(path.join(tab, 'index.html')) ? [] : ['tab']),
    ...(existsSync(path.join(officeAddin, 'taskpane.html')) ? [] : ['office-addin']),
  ];
  return missing.length === 0
    ? checked('ok', 'pages.ok')
    : checked('warn', 'pages.warn', { missing: missing.join(', ') });
}
