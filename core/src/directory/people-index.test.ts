import { describe, expect, it } from '@jest/globals';
import type { ListedStaff } from './contract.ts';
import { findPeople, peopleIndex, wordsOf } from './people-index.ts';

const person = (signInName: string, name: string, unitName = '政策課', title = '課長'): ListedStaff => ({
  staffId: signInName,
  signInName,
  name,
  posts: [{ postId: 'p', title, unitId: `u-${unitName}`, unitName, concurrent: false }],
});
const index = peopleIndex([
  person('hoashi', '帆足 みちる'),
  person('shiomi', '潮見 つよし', '財政課', '主事'),
  { ...person('umi', 'Ｕｍｉ Ken'), posts: [] },
]);
const found = (q: string, more: Partial<Parameters<typeof findPeople>[1]> = {}) =>
  findPeople(index, { words: wordsOf(q), unitId: null, after: null, limit: 10, ...more }).map(({ staffId }) => staffId);

describe('people', () => {
  it.each([
    ['帆足みちる', ['hoashi']],
    ['みちる　帆足', ['hoashi']],
    ['政策課長', ['hoashi']],
    ['財政課 主事', ['shiomi']],
    ['課', ['hoashi', 'shiomi']],
    ['umi ken', ['umi']],
    ['ＵＭＩ', ['umi']],
    ['帆足 財政', []],
    ['みちるhoashi', []],
    ['', ['hoashi', 'shiomi', 'umi']],
  ])('are found for %p', (q, names) => {
    expect(found(q)).toEqual(names);
  });

  it('are found in one unit, after somebody, and no more than are asked for', () => {
    expect(found('', { unitId: 'u-財政課' })).toEqual(['shiomi']);
    expect(found('', { after: 'hoashi' })).toEqual(['shiomi', 'umi']);
    expect(found('', { limit: 1 })).toEqual(['hoashi']);
  });
});
