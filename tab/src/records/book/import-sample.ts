/** The columns that an old ledger may have, as 取込み knows them; 番号・日付・件名 have to be there. */
const COLUMNS = [
  ...['年度', '記号', '番号', '枝番', '日付', '区分', '相手方', '件名', '相手番号', '主務課'],
  ...['処理期限', '処置', '施行日', '完結日', '担当者', '備考'],
];
const ROWS = [
  [
    ...['令和7年度', '政収', '1', '', '令和7年4月3日', '収受', 'みなと県知事', '統計調査への協力について（依頼）'],
    ...['県統第12号', '政策課', '令和7年4月30日', '回答', '', '令和7年4月25日', '見本 太郎', ''],
  ],
  [
    ...['令和7年度', '政発', '1', '', '令和7年4月25日', '発送', 'みなと県知事', '統計調査への協力について（回答）'],
    ...['', '政策課', '', '', '令和7年4月25日', '令和7年4月25日', '見本 太郎', '郵送'],
  ],
];

/** What Excel opens as it stands: a mark for UTF-8, CRLF. None of it needs quotes. */
export const sampleLedger = (): string =>
  `\ufeff${[COLUMNS, ...ROWS].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
