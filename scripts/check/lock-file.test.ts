import { describe, expect, it } from '@jest/globals';
import { missingPlatforms } from './lock-file.ts';

const tool = (optionalDependencies: Record<string, string>) => ({ version: '1.0.0', dev: true, optionalDependencies });

describe('a lock file', () => {
  it('lacks the platforms that a package asks for and nobody names, each with what its name says', () => {
    const asked = { '@tool/linux-x64-musl': '1.0.0', '@tool/windows-arm64': '^1.2.0', '@tool/darwin-x64': '1.0.0' };
    const packages = {
      '': {},
      'node_modules/tool': tool(asked),
      'node_modules/@tool/darwin-x64': { version: '1.0.0' },
    };
    expect([...missingPlatforms({ packages })]).toEqual([
      [
        'node_modules/@tool/linux-x64-musl',
        { version: '1.0.0', optional: true, cpu: ['x64'], os: ['linux'], libc: ['musl'], dev: true },
      ],
      [
        'node_modules/@tool/windows-arm64',
        { version: '1.2.0', optional: true, cpu: ['arm64'], os: ['win32'], dev: true },
      ],
    ]);
  });

  it('lacks nothing when every platform is named, also beside the package that asks', () => {
    const packages = {
      '': {},
      'node_modules/tool': tool({ '@tool/linux-x64': '1.0.0' }),
      'node_modules/tool/node_modules/@tool/linux-x64': { version: '1.0.0' },
    };
    expect(missingPlatforms({ packages }).size).toBe(0);
  });
});
