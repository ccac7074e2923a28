import { describe, expect, it } from '@jest/globals';
import { parseInstallation } from './parse-installation.ts';

describe('an installation update', () => {
  it.each([
    ['add', 'added'],
    ['add-upgrade', 'upgraded'],
    ['remove', 'removed'],
    ['remove-upgrade', 'upgraded'],
  ])('reads %s as %s', (action, expected) => {
    expect(parseInstallation({ type: 'installationUpdate', action, extra: 1 })).toBe(expected);
  });

  it.each([[{}], [{ action: 'install' }], [{ action: 1 }], [null]])('cannot be read from %p', (value) => {
    expect(parseInstallation(value)).toBeNull();
  });
});
