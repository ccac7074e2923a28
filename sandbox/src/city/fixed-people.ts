export interface FixedPerson {
  readonly family: string;
  readonly given: string;
  readonly kana: string;
  readonly duty: string;
}

/** Scripts, tests and training material rely on these sign-in names. The order is the order of display. */
export const FIXED_MINATO: Readonly<Record<string, FixedPerson>> = {
  drafter: { family: '青波', given: 'はるか', kana: 'あおなみ はるか', duty: '政策課の主事。起案する' },
  'subsection-head': { family: '潮見', given: 'つよし', kana: 'しおみ つよし', duty: '政策係長。最初に回議を受ける' },
  'section-head': {
    family: '帆足',
    given: 'みちる',
    kana: 'ほあし みちる',
    duty: '政策課長。課長専決の案件を決裁する',
  },
  'department-head': {
    family: '浜風',
    given: 'いさお',
    kana: 'はまかぜ いさお',
    duty: '企画部長。部長専決の案件を決裁する',
  },
  'finance-drafter': { family: '千鳥', given: 'ことね', kana: 'ちどり ことね', duty: '財政課の主事' },
  'finance-subsection-head': { family: '磯辺', given: 'ただし', kana: 'いそべ ただし', duty: '財政係長' },
  'finance-head': { family: '真砂', given: 'しおり', kana: 'まさご しおり', duty: '財政課長。お金の合議を受ける' },
  'general-affairs-head': {
    family: '凪原',
    given: 'まもる',
    kana: 'なぎはら まもる',
    duty: '総務課長。総括文書管理者の事務をする',
  },
  'general-affairs-department-head': { family: '渚田', given: 'かおる', kana: 'なぎさだ かおる', duty: '総務部長' },
  'records-officer': { family: '貝塚', given: 'ふみか', kana: 'かいづか ふみか', duty: '政策課の文書主任' },
  personnel: { family: '夏瀬', given: 'のぞみ', kana: 'なつせ のぞみ', duty: '人事課。勤怠を扱う' },
  'security-officer': {
    family: '岬谷',
    given: 'さとる',
    kana: 'みさきや さとる',
    duty: '情報政策課長。情報セキュリティ責任者',
  },
  secretary: { family: '月島', given: 'ひなた', kana: 'つきしま ひなた', duty: '秘書課。市長と副市長の日程を預かる' },
  'deputy-mayor': { family: '桟橋', given: 'けんじ', kana: 'さんばし けんじ', duty: '副市長' },
  mayor: { family: '港', given: 'みなと', kana: 'みなと みなと', duty: '市長' },
  'branch-clerk': { family: '白帆', given: 'あかね', kana: 'しらほ あかね', duty: '浜支所の主事' },
  'branch-head': { family: '錨屋', given: 'すすむ', kana: 'いかりや すすむ', duty: '浜支所長。本庁まで25分' },
  appointee: { family: '若葉', given: 'いつき', kana: 'わかば いつき', duty: '政策課の会計年度任用職員' },
  auditor: { family: '秋津', given: 'あきら', kana: 'あきつ あきら', duty: '監査。記録を検める' },
  admin: { family: '星川', given: 'わたる', kana: 'ほしかわ わたる', duty: 'システム管理者' },
};

export const FIXED_YAMATO: Readonly<Record<string, FixedPerson>> = {
  drafter: { family: '稲穂', given: 'めぐみ', kana: 'いなほ めぐみ', duty: '総務課の主事。起案する' },
  'subsection-head': { family: '麦倉', given: 'ゆたか', kana: 'むぎくら ゆたか', duty: '総務係長' },
  'section-head': { family: '竹内', given: 'しげる', kana: 'たけうち しげる', duty: '総務課長' },
  mayor: { family: '大和', given: 'たける', kana: 'やまと たける', duty: '町長' },
  admin: { family: '梅里', given: 'ちひろ', kana: 'うめさと ちひろ', duty: 'システム管理者' },
};
