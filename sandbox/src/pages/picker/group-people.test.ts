import { describe, expect, it } from '@jest/globals';
import type { Person } from '../window-api.ts';
import { groupByUnit, matchesQuery } from './group-people.ts';

describe('people by unit', () => {
  it('stand under their 部 and 課 in the order of the city', () => {
    const groups = groupByUnit([
      person({ displayName: '課長', department: '企画部', section: '政策課' }),
      person({ displayName: '財政', department: '総務部', section: '財政課' }),
      person({ displayName: '係員', department: '企画部', section: '政策課' }),
      person({ displayName: '部長', department: '企画部', section: null }),
    ]);
    expect(groups.map((group) => [group.name, group.count])).toEqual([
      ['企画部', 3],
      ['総務部', 1],
    ]);
    expect(groups[0]?.sections.map((section) => [section.name, section.people.map((p) => p.displayName)])).toEqual([
      [null, ['部長']],
      ['政策課', ['課長', '係員']],
    ]);
  });

  it('put the mayor, who has no 部, on top', () => {
    const groups = groupByUnit([
      person({ department: '企画部' }),
      person({ displayName: '市長', department: null, section: null }),
    ]);
    expect(groups.map((group) => group.name)).toEqual([null, '企画部']);
  });

  it('are no groups when there is nobody', () => {
    expect(groupByUnit([])).toEqual([]);
  });
});

describe('searching a person', () => {
  const head = person({
    displayName: '佐藤 課子',
    displayNameKana: 'さとう かこ',
    signInName: 'section-head@minato.example',
    jobTitle: '課長',
    posts: [{ title: '文書主任', unit: '情報課', concurrent: true }],
  });

  it.each([
    '佐藤',
    '佐藤課子',
    'サトウ',
    'ｻﾄｳ',
    'さとう かこ',
    'SECTION-head',
    '政策課 課長',
    '文書主任',
    '情報課',
    '',
  ])('finds by "%s"', (query) => {
    expect(matchesQuery(head, query)).toBe(true);
  });

  it.each(['鈴木', '政策課 係長', 'yamato'])('does not find by "%s"', (query) => {
    expect(matchesQuery(head, query)).toBe(false);
  });
});

function person(given: Partial<Person>): Person {
  return {
    id: 'id',
    signInName: 'someone@minato.example',
    displayName: '職員',
    displayNameKana: 'しょくいん',
    jobTitle: '主事',
    department: '企画部',
    section: '政策課',
    subsection: null,
    posts: [],
    fixed: false,
    duty: null,
    ...given,
  };
}
