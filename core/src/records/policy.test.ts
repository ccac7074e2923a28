import { describe, expect, it } from '@jest/globals';
import type { Actor, Role, UnitRef } from '../directory/index.ts';
import { mayRead, type Readable, type Reader, sectionsOf, seesEverySection, type Where } from './policy.ts';

const unit = (unitId: string, kind: UnitRef['kind']): UnitRef => ({ unitId, code: unitId, name: unitId, kind });
const city = unit('市', 'BUREAU');
const department = unit('部', 'DEPARTMENT');
const section = unit('課', 'SECTION');
const subsection = unit('係', 'SUBSECTION');
const sister = unit('別の係', 'SUBSECTION');
const elsewhere = unit('別の課', 'SECTION');

function reader(paths: readonly (readonly UnitRef[])[], roles: readonly Role[] = []): Reader {
  const actor: Actor = {
    staffId: 's',
    name: '名',
    signInName: 'n',
    posts: [],
    roles,
    fallback: { postTitle: '', unitName: '' },
  };
  return { actor, paths };
}
const ofSection: Readable = {
  state: 'FROZEN',
  caseId: null,
  onlyParticipants: false,
  level: 'C2',
  unitId: '課',
  unitPath: ['課', '部', '市'],
  readers: [],
};
const ofDepartment: Readable = { ...ofSection, unitId: '部', unitPath: ['部', '市'] };

const at = (who: Reader, headed: readonly string[] = []): Where => ({
  ...{ actor: who.actor, all: seesEverySection(who), ...sectionsOf(who), headed },
});

describe('a record of a 課', () => {
  it.each<[string, boolean, Reader]>([
    ['its own staff', true, reader([[section, department, city]])],
    ['a 係 of it', true, reader([[subsection, section, department, city]])],
    ['another 係 of it', true, reader([[sister, section, department, city]])],
    ['the 部 above', true, reader([[department, city]])],
    ['the mayor', true, reader([[city]])],
    ['another 課 of the same 部', false, reader([[elsewhere, department, city]])],
    [
      'somebody there by 兼務',
      true,
      reader([
        [elsewhere, department, city],
        [subsection, section, department, city],
      ]),
    ],
    ['somebody without a post', false, reader([])],
    ['a 文書主任 of another 課', false, reader([[elsewhere, department, city]], ['RECORDS_OFFICER'])],
    ['総括文書管理者', true, reader([], ['CHIEF_RECORDS_MANAGER'])],
    ['監査', true, reader([], ['AUDITOR'])],
    ['the system administrator', false, reader([[elsewhere, department, city]], ['ADMIN'])],
  ])('may be read by %s: %s', (_, allowed, who) => {
    expect(mayRead(at(who), ofSection)).toBe(allowed);
  });

  it('whose case is not decided is not for the section at large', () => {
    const staff = reader([[subsection, section, department, city]]);
    expect(mayRead(at(staff), { ...ofSection, caseId: 'c', state: 'OPEN' })).toBe(false);
    expect(mayRead(at(staff), { ...ofSection, caseId: 'c', state: 'DISCARDED' })).toBe(false);
    expect(mayRead(at(staff), { ...ofSection, caseId: 'c', state: 'FROZEN' })).toBe(true);
    expect(mayRead(at(reader([], ['AUDITOR'])), { ...ofSection, caseId: 'c', state: 'OPEN' })).toBe(true);
  });

  it('A-26: whose case is above confidentiality 2 is not for the section at large, decided or not', () => {
    const secret: Readable = { ...ofSection, caseId: 'c', onlyParticipants: true };
    expect(mayRead(at(reader([[subsection, section, department, city]])), secret)).toBe(false);
    expect(mayRead(at(reader([[city]])), secret)).toBe(false);
    expect(mayRead(at(reader([], ['CHIEF_RECORDS_MANAGER'])), secret)).toBe(true);
  });
});

describe('R-20: the level of a record without a case', () => {
  const staff = at(reader([[subsection, section, department, city]]));
  const head = at(reader([[section, department, city]]), ['課']);
  const above = at(reader([[department, city]]), ['部']);
  it.each([
    ['C1', [true, true, true]],
    ['C2', [true, true, true]],
    ['C3C', [true, true, false]],
    ['C3B', [false, true, false]],
    ['C3A', [false, false, false]],
  ] as const)('%s opens to staff, head, and the 部 above: %j', (level, allowed) => {
    expect([staff, head, above].map((who) => mayRead(who, { ...ofSection, level }))).toEqual(allowed);
  });

  it('never shuts out those who are named, nor 総括文書管理者 and 監査', () => {
    expect(mayRead(staff, { ...ofSection, level: 'C3A', readers: ['s'] })).toBe(true);
    expect(mayRead(at(reader([], ['AUDITOR'])), { ...ofSection, level: 'C3A' })).toBe(true);
    expect(mayRead(at(reader([], ['ADMIN'])), { ...ofSection, level: 'C3C' })).toBe(false);
  });
});

it('what a 部 itself filed is not for the 課 below it', () => {
  expect(mayRead(at(reader([[section, department, city]])), ofDepartment)).toBe(false);
  expect(mayRead(at(reader([[department, city]])), ofDepartment)).toBe(true);
});

it('the register reaches from the units held to the 課 above them', () => {
  expect(sectionsOf(reader([[subsection, section, department, city]]))).toEqual({
    own: ['係'],
    sections: ['係', '課'],
  });
});
