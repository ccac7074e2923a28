import { spawn } from 'node:child_process';
import { chown, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findBinaries } from './postgres-binaries.ts';
import { launcherFor } from './postgres-user.ts';

describe('below a folder that only its owner may enter', () => {
  let room = '';
  beforeEach(async () => {
    room = await mkdtemp(path.join(os.tmpdir(), 'kaigi-private-'));
  });
  afterEach(() => rm(room, { recursive: true, force: true }));

  it('both the binaries and the data serve, as on a machine whose projects lie in a private home', async () => {
    const { initdb } = await findBinaries();
    await cp(path.resolve(initdb, '../..'), path.join(room, 'native'), { recursive: true, verbatimSymlinks: true });
    const data = path.join(room, 'data');
    await mkdir(data);
    const launcher = await launcherFor([room, path.join(room, 'native/bin/initdb')]);
    if (launcher.uid !== undefined) await chown(data, launcher.uid, launcher.gid ?? launcher.uid);
    const args = [`--pgdata=${data}`, '--username=kaigi', '--auth=reject', '--no-sync', '--locale=C', '-E', 'UTF8'];
    const child = launcher.spawn(spawn, path.join(room, 'native/bin/initdb'), args);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, said }).toMatchObject({ code: 0 });
    expect((await readFile(path.join(data, 'PG_VERSION'), 'utf8')).trim()).toMatch(/^\d+$/);
  });
});
