import type { ClassificationRow, EndAction, RetentionBasis } from '../file-plan.ts';

// code, 大分類, 中分類, 小分類, years, basis, what becomes of it, row of 別表第2, words that speak for it
type PlanRow = readonly [string, string, string, string, number, RetentionBasis, EndAction, string, string];

// biome-ignore format: a table is read by its columns
const PLAN: readonly PlanRow[] = [
  ['A-01-01', '総務', '文書・例規', '文書の収発・整理', 3, 'CREATION', 'DESTROY', '第1項', '収受 発送 文書収発簿 収発簿 文書整理 公文書'],
  ['A-01-02', '総務', '文書・例規', '例規の制定改廃', 30, 'COMPLETION', 'TRANSFER', '第2項', '条例 規則 訓令 要綱 例規 制定 改廃 一部改正'],
  ['A-01-03', '総務', '文書・例規', '告示・公告', 10, 'ISSUANCE', 'CONSULT', '第3項', '告示 公告 公示'],
  ['A-02-01', '総務', '議会', '議案・議会答弁', 10, 'COMPLETION', 'TRANSFER', '第4項', '議会 議案 答弁 定例会 臨時会 一般質問'],
  ['A-03-01', '総務', '会議', '庁議・部課長会議', 10, 'COMPLETION', 'TRANSFER', '第5項', '庁議 部長会議 課長会議 経営会議'],
  ['A-03-02', '総務', '会議', '庁内の打合せ・連絡会議', 3, 'COMPLETION', 'DESTROY', '第6項', '打合せ 打ち合わせ 連絡会議 会議結果 会議結果報告 担当者会議'],
  ['A-03-03', '総務', '会議', '審議会・附属機関', 10, 'COMPLETION', 'CONSULT', '第7項', '審議会 委員会 協議会 附属機関 委嘱 答申'],
  ['A-04-01', '総務', '照会・通知', '軽易な照会・回答', 1, 'COMPLETION', 'DESTROY', '第8項', '照会 回答 依頼 調査票 アンケート'],
  ['A-04-02', '総務', '照会・通知', '通知・案内', 1, 'COMPLETION', 'DESTROY', '第9項', '通知 案内 お知らせ 周知 送付'],
  ['A-04-03', '総務', '照会・通知', '後援・共催', 5, 'COMPLETION', 'DESTROY', '第10項', '後援 共催 名義使用'],
  ['A-05-01', '総務', '情報公開', '開示請求・個人情報', 5, 'COMPLETION', 'DESTROY', '第11項', '開示請求 情報公開 個人情報 公文書開示'],
  ['A-06-01', '総務', '訴訟・争訟', '訴訟・審査請求', 30, 'COMPLETION', 'TRANSFER', '第12項', '訴訟 審査請求 不服申立 損害賠償 和解'],
  ['B-01-01', '企画', '計画', '総合計画・基本構想', 30, 'COMPLETION', 'TRANSFER', '第13項', '総合計画 基本構想 基本計画 総合戦略'],
  ['B-01-02', '企画', '計画', '実施計画・事業計画', 10, 'COMPLETION', 'CONSULT', '第14項', '実施計画 事業計画 推進計画 計画書 年次計画'],
  ['B-01-03', '企画', '計画', '行政評価・進行管理', 5, 'COMPLETION', 'DESTROY', '第15項', '行政評価 事業評価 進行管理 進捗 評価シート'],
  ['B-02-01', '企画', '情報化', '情報化・デジタル化の推進', 5, 'COMPLETION', 'DESTROY', '第16項', 'デジタル DX 情報化 システム 電子決裁 テレワーク セキュリティ'],
  ['B-03-01', '企画', '統計・広報', '統計調査', 5, 'COMPLETION', 'CONSULT', '第17項', '統計 国勢調査 基幹統計 調査員'],
  ['B-03-02', '企画', '統計・広報', '広報・広聴', 3, 'COMPLETION', 'DESTROY', '第18項', '広報 広聴 ホームページ 市政だより 報道 記者 陳情 要望'],
  ['C-01-01', '財務', '予算・決算', '予算編成', 10, 'COMPLETION', 'CONSULT', '第19項', '予算 予算編成 補正予算 予算要求 当初予算 流用'],
  ['C-01-02', '財務', '予算・決算', '決算・監査', 10, 'COMPLETION', 'CONSULT', '第20項', '決算 監査 検査 定期監査'],
  ['C-02-01', '財務', '契約', '契約・入札', 5, 'COMPLETION', 'DESTROY', '第21項', '契約 入札 見積 随意契約 仕様書 委託 請負 協定'],
  ['C-02-02', '財務', '契約', '工事・完成図書', 10, 'COMPLETION', 'CONSULT', '第22項', '工事 完成図書 設計 竣工 施工'],
  ['C-03-01', '財務', '補助・交付', '補助金・交付金', 5, 'COMPLETION', 'DESTROY', '第23項', '補助金 交付金 助成 交付申請 交付決定 実績報告'],
  ['C-03-02', '財務', '支出', '支出・旅費', 5, 'COMPLETION', 'DESTROY', '第24項', '支出 請求書 旅費 出張 負担金 報償費 支払'],
  ['D-01-01', '人事', '服務', '休暇・勤務', 3, 'CREATION', 'DESTROY', '第25項', '休暇 勤務 服務 時間外 出勤 欠勤'],
  ['D-01-02', '人事', '任用', '任用・研修', 10, 'COMPLETION', 'CONSULT', '第26項', '任用 採用 研修 人事異動 発令 会計年度任用職員'],
  ['E-01-01', '財産', '財産管理', '庁舎・財産・備品', 10, 'COMPLETION', 'CONSULT', '第27項', '庁舎 財産 備品 物品 施設 車両 公用車'],
];

/** The file plan that the made-up cities and the standard rules have in common. `regulation` is whose 別表 it is. */
export function commonPlan(regulation: string): ClassificationRow[] {
  return PLAN.map(([code, major, middle, minor, retentionYears, retentionBasis, endAction, item, keywords]) => ({
    code,
    major,
    middle,
    minor,
    retentionYears,
    retentionBasis,
    endAction,
    article: `${regulation} 別表第2 ${item}`,
    keywords: keywords.split(' '),
  }));
}
