import { describe, expect, it } from '@jest/globals';
import { type Actor, hasRole, personOf } from './rules.ts';

const post = (postId: string, title: string, unitName: string, concurrent = false) => ({
  postId,
  title,
  rank: 'STAFF' as const,
  unitId: `u-${postId}`,
  sectionId: `u-${postId}`,
  unitName,
  concurrent,
});
const actor: Actor = {
  staffId: 's',
  name: '見本 花子',
  signInName: 'hanako@minato.example',
  posts: [post('1', '主査', '政策課'), post('2', '主事', '広報課', true)],
  roles: ['AUDITOR'],
  fallback: { postTitle: '専門員', unitName: '企画部' },
};

describe('a person as history keeps them', () => {
  it('acts in the main post unless another one is named', () => {
    expect(personOf(actor)).toMatchObject({ postTitle: '主査', unitName: '政策課' });
    expect(personOf(actor, '2')).toMatchObject({ postTitle: '主事', unitName: '広報課' });
  });

  it('never acts in a post that they do not hold', () => {
    expect(personOf(actor, '3')).toMatchObject({ postTitle: '主査' });
  });

  it('is shown as Microsoft 365 knows them while they hold no post', () => {
    expect(personOf({ ...actor, posts: [] })).toMatchObject({ postTitle: '専門員', unitName: '企画部' });
  });

  it('has the roles that they were given and no other', () => {
    expect([hasRole(actor, 'AUDITOR'), hasRole(actor, 'ADMIN')]).toEqual([true, false]);
  });
});
