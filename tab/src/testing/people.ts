import { ListedStaffPageSchema, type Me, type Person } from '@kaigi/core/contract';

const person = (staffId: string, unitName: string, postTitle: string, name: string): Person => ({
  staffId,
  unitName,
  postTitle,
  name,
});

export const DRAFTER = person('s-drafter', '政策課 政策係', '主事', '起案 太郎');
export const SUBSECTION_HEAD = person('s-sub', '政策課 政策係', '係長', '係長 花子');
/** One of the section, for whom its head may say that they are away. */
export const COLLEAGUE = person('01900000-0000-7000-8000-00000000ac01', '政策課 政策係', '主査', '主査 三郎');
/** What a search of the directory answers where it finds just that one. */
export const COLLEAGUE_FOUND = ListedStaffPageSchema.parse({
  items: [
    {
      ...{ staffId: COLLEAGUE.staffId, name: COLLEAGUE.name, signInName: 'c@minato.example' },
      posts: [{ postId: 'p', title: '主査', unitId: 'u', unitName: '政策課', concurrent: false }],
    },
  ],
  nextCursor: null,
});
export const SECTION_HEAD = person('s-sec', '政策課', '課長', '課長 次郎');

export const ME: Me = {
  staffId: SECTION_HEAD.staffId,
  name: SECTION_HEAD.name,
  signInName: 'section-head@minato.example',
  municipality: { id: '6d696e61-746f-4000-8000-000000000001', name: 'みなと市' },
  posts: [
    { postId: 'p1', title: '課長', unitName: '政策課', concurrent: false },
    { postId: 'p2', title: '室長', unitName: '広報室', concurrent: true },
  ],
  roles: [],
  sandbox: true,
};
