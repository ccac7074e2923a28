/** What people of a city hall write into their calendars. */
export const TOPICS = [
  '予算要求',
  '総合計画の進行管理',
  '条例改正',
  '基幹システムの更改',
  '住民説明会の準備',
  '補助金の申請',
  '指定管理者の更新',
  '庁舎修繕工事',
  '地域防災計画',
  '公共施設の再編',
  '窓口の混雑対策',
  '電子申請の拡大',
  '市制記念行事',
  '委託契約の変更',
  '監査指摘への対応',
  '広報紙の特集',
] as const;

export const MEETINGS = ['打合せ', '打合せ', '協議', '検討会', '下打合せ', '事前調整'] as const;

export const WORK = [
  '資料作成',
  '起案の準備',
  '議事録の確認',
  '月次報告の作成',
  '契約書の確認',
  '予算執行状況の整理',
  '問合せ対応',
  '研修動画の視聴',
  '電話当番',
  '窓口当番',
] as const;

/** Of those who decide. */
export const HEADS_WORK = [
  '決裁処理',
  '書類の確認',
  '説明資料の確認',
  '部下との面談',
  '報告を受ける',
  '業績評価の準備',
] as const;

/** What for, and where. */
export const OUTINGS = [
  ['現地調査', '港町二丁目'],
  ['県庁で協議', '県庁'],
  ['地区説明会', '浜公民館'],
  ['工事立会い', '中央公園'],
  ['関係団体の総会', '商工会議所'],
  ['学校訪問', '丘小学校'],
  ['支所で打合せ', '浜支所'],
] as const;

export const VISITS = ['来客対応', '業者説明', '電話会議', '議員への説明', '報道取材'] as const;
export const PRIVATE = ['通院', '家族の用事', '保育園の面談', '私用'] as const;
export const CEREMONIES = [
  ['表敬訪問', '市長応接室'],
  ['開会式あいさつ', '市民文化会館'],
  ['定例記者会見', '記者会見室'],
  ['市長会', '県自治会館'],
  ['地域懇談会', '丘公民館'],
] as const;
export const COUNCIL = ['総務常任委員会', '議会答弁の検討', '議会運営委員会', '予算特別委員会'] as const;
export const DEADLINES = [
  '締切: 照会への回答',
  '締切: 時間外命令の入力',
  '締切: 予算見積書',
  '会計検査の準備期間',
] as const;
