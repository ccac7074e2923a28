import { describe, expect, it } from '@jest/globals';
import type { Actor, Role, UnitRef } from '../directory/index.ts';
import { mayRead, type Readable, type Reader, sectionsOf } from './policy.ts';

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
  ownerUnitId: '課',
  ownerUnitPath: ['課', '部', '市'],
  confidential: false,
};
const ofDepartment: Readable = { ...ofSection, ownerUnitId: '部', ownerUnitPath: ['部', '市'] };

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
    expect(mayRead(who, ofSection)).toBe(allowed);
  });

  it('whose case is not decided is not for the section at large', () => {
    const staff = reader([[subsection, section, department, city]]);
    expect(mayRead(staff, { ...ofSection, caseId: 'c', state: 'OPEN' })).toBe(false);
    expect(mayRead(staff, { ...ofSection, caseId: 'c', state: 'DISCARDED' })).toBe(false);
    expect(mayRead(staff, { ...ofSection, caseId: 'c', state: 'FROZEN' })).toBe(true);
    expect(mayRead(reader([], ['AUDITOR']), { ...ofSection, caseId: 'c', state: 'OPEN' })).toBe(true);
  });

  it('A-26: whose case is above confidentiality 2 is not for the section at large, decided or not', () => {
    const secret: Readable = { ...ofSection, caseId: 'c', confidential: true };
    expect(mayRead(reader([[subsection, section, department, city]]), secret)).toBe(false);
    expect(mayRead(reader([[city]]), secret)).toBe(false);
    expect(mayRead(reader([], ['CHIEF_RECORDS_MANAGER']), secret)).toBe(true);
  });
});

it('what a 部 itself filed is not for the 課 below it', () => {
  expect(mayRead(reader([[section, department, city]]), ofDepartment)).toBe(false);
  expect(mayRead(reader([[department, city]]), ofDepartment)).toBe(true);
});

it('the register reaches from the units held to the 課 above them', () => {
  expect(sectionsOf(reader([[subsection, section, department, city]]))).toEqual({
    own: ['係'],
    sections: ['係', '課'],
  });
});
