import { describe, expect, it } from '@jest/globals';
import { parseFilter } from './filter.ts';

const drafter = {
  userPrincipalName: 'drafter@minato.example',
  displayName: "青波 O'Hara",
  department: '企画部 政策課 政策係',
  accountEnabled: true,
  jobTitle: null,
};

describe('the part of $filter the sandbox knows', () => {
  it.each([
    ["userPrincipalName eq 'DRAFTER@minato.example'", true],
    ["userPrincipalName eq 'mayor@minato.example'", false],
    ["displayName eq '青波 O''Hara'", true],
    ["startswith(department,'企画部 政策課')", true],
    ["startsWith(department, '総務部')", false],
    ['accountEnabled eq true', true],
    ['jobTitle eq null', true],
    ["userPrincipalName in ('a@b','drafter@minato.example')", true],
    ["userPrincipalName in ('a@b')", false],
    ["accountEnabled eq true and startswith(displayName,'青波')", true],
    ["accountEnabled eq true and startswith(displayName,'x and y')", false],
  ])('%s is %s for the drafter', (text, expected) => {
    expect(parseFilter(text)(drafter)).toBe(expected);
  });

  it.each(["department ne 'x'", "contains(displayName,'x')", "manager/id eq 'x'", "password eq 'x'", ''])(
    'refuses %j',
    (text) => {
      expect(() => parseFilter(text)).toThrow(expect.objectContaining({ code: 'Request_UnsupportedQuery' }));
    },
  );
});
