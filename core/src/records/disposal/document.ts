import { wordDocument } from '../../regulations/index.ts';
import { type CsvCell, wareki } from '../../shared/index.ts';
import type { Item, ListRow } from './list.ts';
import { caseTextOf, goesForward, listName } from './proposal.ts';

const CHOICES = { DESTROY: '廃棄', TRANSFER: '移管', EXTEND: '延長' } as const;
const RULED = { DESTROY: '廃棄', TRANSFER: '移管', CONSULT: '協議' } as const;
const MARKS = { HELD: '廃棄停止中', PERMANENT: '永年（見直し）', CONSULT: '協議' } as const;
const MEDIA = { ELECTRONIC: '電子', PAPER: '紙' } as const;

export const LIST_HEAD = [
  ...[
    '番号',
    '件名',
    '簿冊',
    '分類',
    '作成・取得日',
    '満了日',
    '媒体',
    '定め',
    '扱い',
    '理由・新しい満了日',
    '歴史公文書',
  ],
];

const selected = ({ historical }: Item): string => (historical === null ? '' : historical ? '○' : '－');

const reasonOf = ({ reason, until, mark }: Item): string =>
  [reason, until === null ? '' : `${wareki(until)}まで`, mark === null ? '' : MARKS[mark]]
    .filter((part) => part !== '')
    .join('、');

export const rowOf = (item: Item): string[] => [
  ...[
    item.numberLabel ?? '',
    item.title,
    item.folderTitle ?? '',
    `${item.classificationCode} ${item.classificationName}`,
  ],
  ...[wareki(item.filedOn), wareki(item.endsOn), MEDIA[item.medium], RULED[item.proposed]],
  ...[item.choice === null ? '' : CHOICES[item.choice], reasonOf(item), selected(item)],
];

/** 起案文書 of the case that decides upon the list: what is proposed, and what is left out and why. */
export function listDocument(list: ListRow, items: readonly Item[]): Uint8Array {
  const [forward, left] = [items.filter(goesForward), items.filter((item) => !goesForward(item))];
  const { title, proposalText } = caseTextOf(list, items);
  return wordDocument([
    { heading: title, level: 1 },
    ...proposalText.split('\n').map((text) => ({ text })),
    { heading: '目録', level: 2 },
    { head: LIST_HEAD, rows: forward.map(rowOf) },
    ...(left.length === 0
      ? []
      : [
          { heading: '除いたもの', level: 2 as const },
          { head: LIST_HEAD, rows: left.map(rowOf) },
        ]),
  ]);
}

/** 廃棄目録 as a table. */
export const listTable = (list: ListRow, items: readonly Item[]): CsvCell[][] => [
  [listName(list)],
  [...LIST_HEAD, '結果'],
  ...items.map((item) => [...rowOf(item), item.state]),
];
