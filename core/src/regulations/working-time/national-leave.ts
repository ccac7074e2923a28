import type { SpecialLeaveKind } from './vocabulary.ts';

const ARTICLE = '人事院規則15―14第22条第1項';

type Row = Pick<SpecialLeaveKind, 'id' | 'name' | 'days' | 'per' | 'unit'> &
  Partial<SpecialLeaveKind> & { readonly item: string };

const row = ({ item, ...one }: Row): SpecialLeaveKind => ({
  paid: true,
  evidence: 'STATEMENT',
  article: `${ARTICLE}第${item}`,
  calendarDays: false,
  ...one,
});

const OCCASION = { per: 'OCCASION', unit: 'HOUR' } as const;
const YEAR = { per: 'YEAR', unit: 'HOUR' } as const;

/** The national list, which most cities follow. */
export const NATIONAL_SPECIAL_LEAVE: readonly SpecialLeaveKind[] = [
  row({
    id: 'VOTING',
    name: { ja: '公民権の行使', en: 'Voting' },
    days: null,
    ...OCCASION,
    item: '1号',
    evidence: 'NONE',
  }),
  row({
    id: 'WITNESS',
    name: { ja: '裁判員・証人等', en: 'Court duty' },
    days: null,
    ...OCCASION,
    item: '2号',
    evidence: 'CERTIFICATE',
  }),
  row({
    id: 'DONOR',
    name: { ja: '骨髄等の提供', en: 'Bone-marrow donation' },
    days: null,
    ...OCCASION,
    item: '3号',
    evidence: 'CERTIFICATE',
  }),
  row({ id: 'VOLUNTEER', name: { ja: 'ボランティア', en: 'Voluntary work' }, days: 5, ...YEAR, item: '4号' }),
  row({
    id: 'MARRIAGE',
    name: { ja: '結婚', en: 'Marriage' },
    days: 5,
    per: 'OCCASION',
    unit: 'DAY',
    item: '5号',
    calendarDays: true,
  }),
  row({ id: 'FERTILITY', name: { ja: '出生サポート', en: 'Fertility treatment' }, days: 5, ...YEAR, item: '5号の2' }),
  row({
    id: 'BEFORE_BIRTH',
    name: { ja: '産前', en: 'Before childbirth' },
    days: 42,
    per: 'OCCASION',
    unit: 'DAY',
    item: '6号',
    calendarDays: true,
    evidence: 'CERTIFICATE',
  }),
  row({
    id: 'AFTER_BIRTH',
    name: { ja: '産後', en: 'After childbirth' },
    days: 56,
    per: 'OCCASION',
    unit: 'DAY',
    item: '7号',
    calendarDays: true,
    evidence: 'CERTIFICATE',
  }),
  row({
    id: 'NURSING',
    name: { ja: '保育時間', en: 'Nursing time' },
    days: null,
    per: 'YEAR',
    unit: 'MINUTE',
    item: '8号',
  }),
  row({
    id: 'PARTNER_BIRTH',
    name: { ja: '配偶者出産', en: 'Childbirth of the partner' },
    days: 2,
    ...OCCASION,
    item: '9号',
  }),
  row({ id: 'FATHERHOOD', name: { ja: '育児参加', en: 'Care of a newborn' }, days: 5, ...OCCASION, item: '10号' }),
  row({ id: 'CHILD_CARE', name: { ja: '子の看護等', en: 'Care of a sick child' }, days: 5, ...YEAR, item: '11号' }),
  row({ id: 'FAMILY_CARE', name: { ja: '短期介護', en: 'Short-term family care' }, days: 5, ...YEAR, item: '12号' }),
  row({
    id: 'BEREAVEMENT',
    name: { ja: '忌引', en: 'Bereavement' },
    days: 7,
    per: 'OCCASION',
    unit: 'DAY',
    item: '13号',
    calendarDays: true,
    daysBy: { SPOUSE: 7, PARENT: 7, CHILD: 5, GRANDPARENT: 3, GRANDCHILD: 1, SIBLING: 3, UNCLE_OR_AUNT: 1 },
  }),
  row({
    id: 'MEMORIAL',
    name: { ja: '父母の追悼', en: 'Memorial of a parent' },
    days: 1,
    per: 'OCCASION',
    unit: 'DAY',
    item: '14号',
  }),
  row({
    id: 'SUMMER',
    name: { ja: '夏季', en: 'Summer' },
    days: 3,
    per: 'YEAR',
    unit: 'DAY',
    item: '15号',
    evidence: 'NONE',
  }),
  row({
    id: 'HOME_LOST',
    name: { ja: '住居の滅失', en: 'Loss of the home' },
    days: 7,
    per: 'OCCASION',
    unit: 'DAY',
    item: '16号',
    calendarDays: true,
  }),
  row({ id: 'NO_WAY_IN', name: { ja: '交通遮断', en: 'No way to work' }, days: null, ...OCCASION, item: '17号' }),
  row({
    id: 'DANGER',
    name: { ja: '退勤途上の危険', en: 'Danger on the way home' },
    days: null,
    ...OCCASION,
    item: '18号',
    evidence: 'NONE',
  }),
  {
    id: 'SICK',
    name: { ja: '病気休暇', en: 'Sick leave' },
    days: 90,
    per: 'OCCASION',
    unit: 'HOUR',
    paid: true,
    evidence: 'CERTIFICATE',
    article: '人事院規則15―14第21条',
    calendarDays: true,
  },
];
