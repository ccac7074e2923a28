import type { PaperForm } from './contract.ts';
import { OUTCOME_TAGS } from './tags.ts';
import { PAGE_WIDTH, paragraph, table, templateFile } from './template-parts.ts';

const LABEL = 1700;
const FACT_COLUMNS = [{ width: LABEL, isLabel: true }, { width: PAGE_WIDTH - LABEL }];
const BOXES = Object.values(OUTCOME_TAGS)
  .map((name) => `{${name}}${name}`)
  .join('\n');

/** What every paper says of its meeting. */
const FACTS: readonly (readonly [string, string])[] = [
  ['会議の名称', '{会議名}'],
  ['開催日時', '{開催日時}'],
  ['開催場所', '{開催場所}'],
  ['公開・非公開', '{公開区分}　{非公開理由}'],
  ['傍聴者数', '{傍聴者数}'],
  ['議題', '{議題一覧}'],
  ['出席者', '{出席者一覧}'],
  ['欠席者', '{欠席者一覧}'],
  ['出席した職員', '{職員一覧}'],
  ['配布資料', '{資料一覧}'],
  ['所管課', '{所管課}'],
];

const around = (tag: string, inner: string): string =>
  `${paragraph(`{#${tag}}`, 'KaigiRemark')}${inner}${paragraph(`{/${tag}}`, 'KaigiRemark')}`;
const heading = around('議題あり', paragraph('{番号}　{議題名}', 'KaigiHeading'));
const group = (tag: string, title: string, inner: string): string =>
  around(`${tag}あり`, paragraph(title, 'KaigiSubheading') + around(tag, inner));

const TASK = '{文}{#担当あり}　担当：{担当}{/担当あり}{#期限あり}　期限：{期限}{/期限あり}{追記}';
const SUMMARY = around('概要', paragraph('{文}{追記}', 'KaigiRemark'));
const POINTS = group('要点', '要点', paragraph('・{文}{追記}', 'KaigiPoint'));
const QUESTIONS = group(
  '質疑',
  '質疑',
  paragraph('{区分}{#発言者あり}（{発言者}）{/発言者あり}　{文}{追記}', 'KaigiPoint'),
);
const DECISIONS = group('決定', '決定事項', paragraph('・{文}{#結果あり}（{結果}）{/結果あり}{追記}', 'KaigiPoint'));
const WORK = group('対応', '対応事項', paragraph(`・${TASK}`, 'KaigiPoint'));
const REMARKS = around('発言', paragraph('○{発言者}　{発言内容}', 'KaigiRemark'));

const NUMBER = 700;
const BOX_WIDTH = 2100;
const RESULTS = table(
  [{ width: NUMBER }, { width: PAGE_WIDTH - NUMBER - BOX_WIDTH }, { width: BOX_WIDTH }],
  [['{#審議}{番号}', `{議題名}\n{#決定}\n{文}{追記}\n{/決定}\n{#対応}\n（対応）${TASK}\n{/対応}`, `${BOXES}{/審議}`]],
  ['番号', '議題・決定事項・対応事項', '会議結果'],
);

const DECIDED = table(
  [{ width: 2200 }, { width: 4798 }, { width: 2300 }],
  [['{#決定事項}{議題名}', '{文}{追記}', '{結果}{/決定事項}']],
  ['議題', '決定事項', '結果'],
);
const TO_DO = table(
  [{ width: 5198 }, { width: 2200 }, { width: 1900 }],
  [['{#対応事項}{文}{追記}', '{担当}', '{期限}{/対応事項}']],
  ['対応事項', '担当', '期限'],
);

const SIGNATURES = around('署名委員', paragraph('署名委員　{職名}　{氏名}　　　　　　　　　　　', 'KaigiRight'));
const COPY_MARK = around('公表用', paragraph('（公表用）', 'KaigiRight'));
const COPY_GROUNDS = around(
  '公表用',
  paragraph('公表しない部分', 'KaigiHeading') +
    paragraph('「■■■」の部分と「非公開」とした議題は、次の定めにより公表しない。', 'KaigiRemark') +
    around('非公開とした部分', paragraph('・{根拠}{記号}', 'KaigiPoint')),
);

const BODIES: Readonly<Record<PaperForm, { readonly title: string; readonly said: string }>> = {
  REPORT: { title: '会議結果報告書', said: RESULTS },
  VERBATIM: { title: '会議録', said: around('審議', heading + REMARKS) + SIGNATURES },
  CLEAN: { title: '会議録', said: around('審議', heading + REMARKS) + SIGNATURES },
  KEY_POINTS: {
    title: '会議録（要点記録）',
    said: around('審議', heading + POINTS + QUESTIONS + DECISIONS + WORK) + SIGNATURES,
  },
  SUMMARY: { title: '会議概要', said: around('審議', heading + SUMMARY) },
  DECISIONS: { title: '決定事項一覧', said: DECIDED + TO_DO },
};

/** The form that is used until a city brings its own. The same form always gives the same bytes. */
export function defaultTemplate(form: PaperForm): Uint8Array {
  const { title, said } = BODIES[form];
  return templateFile(
    [COPY_MARK, paragraph(title, 'KaigiTitle'), table(FACT_COLUMNS, FACTS), said, COPY_GROUNDS].join(''),
  );
}
