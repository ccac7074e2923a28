import { readFileSync } from 'node:fs';
import type { Step } from './step.ts';

/** What a package of the lock file says, as far as it matters here. */
export interface LockedPackage {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
export interface LockFile {
  packages: Record<string, LockedPackage>;
}

const SYSTEMS = ['darwin', 'win32', 'android', 'freebsd', 'openharmony', 'linux', 'aix', 'netbsd', 'openbsd', 'sunos'];
const PROCESSORS: readonly (readonly [part: string, cpu: string])[] = [
  ['aarch64', 'arm64'],
  ['arm64', 'arm64'],
  ['x86_64', 'x64'],
  ['x64', 'x64'],
  ...['ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'].map((cpu) => [cpu, cpu] as const),
];

/** The entry of a package for one platform: which, stands in its name. */
function entryOf(name: string, range: string, dev: boolean): LockedPackage {
  const parts = (name.split('/').at(-1) ?? '').replace('windows', 'win32').split('-');
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find(([part]) => parts.includes(part))?.[1];
  const libc = parts.some((part) => part.startsWith('musl')) ? 'musl' : os === 'linux' ? 'glibc' : null;
  return {
    version: range.replace(/^[\^~]/, ''),
    optional: true,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os ? { os: [os] } : {}),
    ...(libc ? { libc: [libc] } : {}),
    ...(dev ? { dev: true } : {}),
  };
}

/**
 * Platform packages that some package of the lock file asks for and the lock file does not name. npm leaves out those
 * that the registry in use does not carry, and `npm ci` then refuses the whole tree.
 */
export function missingPlatforms({ packages }: LockFile): Map<string, LockedPackage> {
  const missing = new Map<string, LockedPackage>();
  for (const [where, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (packages[`node_modules/${name}`] || packages[`${where}/node_modules/${name}`]) continue;
      missing.set(`node_modules/${name}`, entryOf(name, range, dev));
    }
  }
  return missing;
}

export const readLockFile = (): LockFile => JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;

export const lockFile: Step = {
  name: 'lock-file',
  why: 'npm ci refuses a lock file that leaves out a platform. Fix: npm run lock',
  run: () => [...missingPlatforms(readLockFile()).keys()].map((name) => `${name} is asked for and not locked`),
};
