import type { Rank, Role, Unit, UnitKind } from './city.ts';

/** `*` is somebody the generator invents; a post without holders is vacant. */
export interface SkeletonPost {
  readonly unit: string;
  readonly code: string;
  readonly title: string;
  readonly rank: Rank;
  readonly heads: boolean;
  readonly holders: readonly string[];
  readonly roles: readonly Role[];
  readonly concurrent: boolean;
}

export interface Skeleton {
  readonly units: readonly Unit[];
  readonly posts: readonly SkeletonPost[];
}

function unit(code: string, name: string, kind: UnitKind, parentCode: string | null): Unit {
  return { code, name, kind, parentCode };
}

interface Extra {
  readonly roles?: readonly Role[];
  readonly concurrent?: boolean;
}

function head(unitCode: string, title: string, rank: Rank, holder: string | null, extra: Extra = {}): SkeletonPost {
  return {
    unit: unitCode,
    code: `${unitCode}-head`,
    title,
    rank,
    heads: true,
    holders: holder === null ? [] : [holder],
    roles: extra.roles ?? [],
    concurrent: extra.concurrent ?? false,
  };
}

function staff(place: string, title: string, holders: readonly string[], roles: readonly Role[] = []): SkeletonPost {
  const unitCode = place.slice(0, place.indexOf('/'));
  const code = place.replace('/', '-');
  return { unit: unitCode, code, title, rank: 'STAFF', heads: false, holders, roles, concurrent: false };
}

export const MINATO: Skeleton = {
  units: [
    unit('minato', 'みなと市', 'BUREAU', null),
    unit('kikaku-bu', '企画部', 'DEPARTMENT', 'minato'),
    unit('seisaku', '政策課', 'SECTION', 'kikaku-bu'),
    unit('seisaku-kakari', '政策係', 'SUBSECTION', 'seisaku'),
    unit('joho', '情報政策課', 'SECTION', 'kikaku-bu'),
    unit('joho-system', '情報システム係', 'SUBSECTION', 'joho'),
    unit('somu-bu', '総務部', 'DEPARTMENT', 'minato'),
    unit('somu', '総務課', 'SECTION', 'somu-bu'),
    unit('somu-kakari', '総務係', 'SUBSECTION', 'somu'),
    unit('somu-bunsho', '文書係', 'SUBSECTION', 'somu'),
    unit('zaisei', '財政課', 'SECTION', 'somu-bu'),
    unit('zaisei-kakari', '財政係', 'SUBSECTION', 'zaisei'),
    unit('jinji', '人事課', 'SECTION', 'somu-bu'),
    unit('jinji-kakari', '人事係', 'SUBSECTION', 'jinji'),
    unit('hisho', '秘書課', 'SECTION', 'somu-bu'),
    unit('hisho-kakari', '秘書係', 'SUBSECTION', 'hisho'),
    unit('shimin-bu', '市民部', 'DEPARTMENT', 'minato'),
    unit('shimin', '市民課', 'SECTION', 'shimin-bu'),
    unit('shimin-madoguchi', '窓口係', 'SUBSECTION', 'shimin'),
    unit('zeimu', '税務課', 'SECTION', 'shimin-bu'),
    unit('zeimu-shuno', '収納係', 'SUBSECTION', 'zeimu'),
    unit('hama-shisho', '浜支所', 'BRANCH', 'shimin-bu'),
    unit('hama-shisho-chiiki', '地域係', 'SUBSECTION', 'hama-shisho'),
    unit('kansa', '監査委員事務局', 'OFFICE', 'minato'),
  ],
  posts: [
    head('minato', '市長', 'MAYOR', 'mayor'),
    { ...head('minato', '副市長', 'DEPUTY_MAYOR', 'deputy-mayor'), code: 'minato-deputy', heads: false },
    head('kikaku-bu', '部長', 'DEPARTMENT_HEAD', 'department-head'),
    head('seisaku', '課長', 'SECTION_HEAD', 'section-head'),
    head('seisaku-kakari', '係長', 'SUBSECTION_HEAD', 'subsection-head'),
    staff('seisaku-kakari/records', '文書主任', ['records-officer'], ['RECORDS_OFFICER']),
    staff('seisaku-kakari/shuji', '主事', ['drafter', '*']),
    staff('seisaku-kakari/appointee', '会計年度任用職員', ['appointee']),
    head('joho', '課長', 'SECTION_HEAD', 'security-officer', { roles: ['SECURITY_OFFICER'] }),
    head('joho-system', '係長', 'SUBSECTION_HEAD', '*'),
    staff('joho-system/admin', 'システム管理者', ['admin'], ['ADMIN']),
    staff('joho-system/shuji', '主事', ['*']),
    head('somu-bu', '部長', 'DEPARTMENT_HEAD', 'general-affairs-department-head'),
    head('somu', '課長', 'SECTION_HEAD', 'general-affairs-head', {
      roles: ['CHIEF_RECORDS_MANAGER', 'GENERAL_AFFAIRS'],
    }),
    head('somu-kakari', '係長', 'SUBSECTION_HEAD', '*'),
    staff('somu-kakari/shuji', '主事', ['*', '*']),
    head('somu-bunsho', '係長', 'SUBSECTION_HEAD', '*'),
    staff('somu-bunsho/records', '文書主任', ['*'], ['RECORDS_OFFICER']),
    staff('somu-bunsho/shuji', '主事', ['*']),
    head('zaisei', '課長', 'SECTION_HEAD', 'finance-head'),
    head('zaisei-kakari', '係長', 'SUBSECTION_HEAD', 'finance-subsection-head'),
    staff('zaisei-kakari/shuji', '主事', ['finance-drafter', '*']),
    staff('zaisei-kakari/records', '文書主任', ['*'], ['RECORDS_OFFICER']),
    head('jinji', '課長', 'SECTION_HEAD', '*'),
    head('jinji-kakari', '係長', 'SUBSECTION_HEAD', '*'),
    staff('jinji-kakari/kinmu', '主査', ['personnel'], ['PERSONNEL']),
    staff('jinji-kakari/shuji', '主事', ['*']),
    head('hisho', '課長', 'SECTION_HEAD', '*'),
    head('hisho-kakari', '係長', 'SUBSECTION_HEAD', '*'),
    staff('hisho-kakari/shusa', '主査', ['secretary'], ['SECRETARY']),
    staff('hisho-kakari/shuji', '主事', ['*']),
    head('shimin-bu', '部長', 'DEPARTMENT_HEAD', '*'),
    head('shimin', '課長', 'SECTION_HEAD', '市民課長'),
    head('shimin-madoguchi', '係長', 'SUBSECTION_HEAD', '*'),
    staff('shimin-madoguchi/shuji', '主事', ['*', '*', '*']),
    // 市民課長 also heads 税務課, and nobody holds 収納係長: a concurrent post and a vacancy to try things on.
    head('zeimu', '課長', 'SECTION_HEAD', '市民課長', { concurrent: true }),
    head('zeimu-shuno', '係長', 'SUBSECTION_HEAD', null),
    staff('zeimu-shuno/shuji', '主事', ['*', '*']),
    head('hama-shisho', '支所長', 'SECTION_HEAD', 'branch-head'),
    head('hama-shisho-chiiki', '係長', 'SUBSECTION_HEAD', '*'),
    staff('hama-shisho-chiiki/shuji', '主事', ['branch-clerk', '*']),
    head('kansa', '事務局長', 'SECTION_HEAD', '*'),
    staff('kansa/auditor', '監査主査', ['auditor'], ['AUDITOR']),
  ],
};

export const YAMATO: Skeleton = {
  units: [
    unit('yamato', 'やまと町', 'BUREAU', null),
    unit('somu', '総務課', 'SECTION', 'yamato'),
    unit('somu-kakari', '総務係', 'SUBSECTION', 'somu'),
    unit('jumin', '住民課', 'SECTION', 'yamato'),
    unit('jumin-kakari', '住民係', 'SUBSECTION', 'jumin'),
  ],
  posts: [
    head('yamato', '町長', 'MAYOR', 'mayor'),
    { ...head('yamato', '副町長', 'DEPUTY_MAYOR', '*'), code: 'yamato-deputy', heads: false },
    head('somu', '課長', 'SECTION_HEAD', 'section-head', { roles: ['CHIEF_RECORDS_MANAGER', 'GENERAL_AFFAIRS'] }),
    head('somu-kakari', '係長', 'SUBSECTION_HEAD', 'subsection-head'),
    staff('somu-kakari/shuji', '主事', ['drafter']),
    staff('somu-kakari/records', '文書主任', ['*'], ['RECORDS_OFFICER']),
    staff('somu-kakari/admin', 'システム管理者', ['admin'], ['ADMIN']),
    head('jumin', '課長', 'SECTION_HEAD', '*'),
    head('jumin-kakari', '係長', 'SUBSECTION_HEAD', '*'),
    staff('jumin-kakari/shuji', '主事', ['*', '*']),
  ],
};
