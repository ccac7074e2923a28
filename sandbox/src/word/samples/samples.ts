import { type Block, buildDocument, type DocumentSource } from '../ooxml/build-document.ts';

export interface Sample {
  /** Its place in the list, from 1. */
  number: number;
  fileName: string;
  /** One line for the list. */
  about: { ja: string; en: string };
  build: () => Promise<Uint8Array<ArrayBuffer>>;
}

const p = (text: string): Block => ({ kind: 'paragraph', text });
const h = (text: string): Block => ({ kind: 'heading', text });
const right = (text: string): Block => ({ kind: 'right', text });
const bullet = (text: string): Block => ({ kind: 'bullet', text });

const SOURCES: readonly { fileName: string; about: Sample['about']; source: DocumentSource }[] = [
  {
    fileName: '令和8年度政策研修の実施について.docx',
    about: { ja: '研修の実施伺い', en: 'A proposal to hold a training course' },
    source: {
      title: '令和8年度政策研修の実施について',
      author: 'みなと市企画部政策課',
      blocks: [
        h('令和8年度政策研修の実施について'),
        p('このことについて、下記のとおり実施してよろしいか伺います。'),
        { kind: 'center', text: '記' },
        {
          kind: 'table',
          rows: [
            ['日時', '令和8年12月10日（木） 13時30分から16時30分まで'],
            ['場所', '市役所本庁舎 4階 大会議室'],
            ['対象', '主任及び係長 40名'],
            ['講師', '政策課職員（講師謝礼なし）'],
            ['経費', '0円'],
          ],
        },
        p('理由'),
        bullet('総合計画の改定に向け、政策立案の手順を各課で共有するため。'),
        bullet('昨年度の受講者アンケートで、演習の時間を増やす要望が多かったため。'),
      ],
    },
  },
  {
    fileName: '市民説明会の開催通知.docx',
    about: { ja: '市民あての通知文', en: 'A notice to citizens' },
    source: {
      title: '',
      author: 'みなと市企画部政策課',
      blocks: [
        p('市民の皆様へ'),
        right('みなと市長'),
        h('総合計画（素案）市民説明会の開催について（通知）'),
        p('日頃から市政の推進に御協力をいただき、厚くお礼申し上げます。'),
        p('総合計画の素案がまとまりましたので、下記のとおり説明会を開催します。お気軽にお越しください。'),
        { kind: 'center', text: '記' },
        p('1 日時　令和9年1月16日（土）　午前10時から'),
        p('2 場所　みなと市民会館　小ホール'),
        p('3 申込み　不要（先着150名）'),
      ],
    },
  },
  {
    fileName: '県からの照会（空き家対策の実施状況）.docx',
    about: { ja: '届いた照会文（収受の例）', en: 'An inquiry that arrived (for 収受)' },
    source: {
      title: '空き家対策の実施状況について（照会）',
      author: '県市町村課',
      blocks: [
        right('市町第345号'),
        right('令和8年11月18日'),
        p('各市町村担当課長　様'),
        right('県市町村課長'),
        h('空き家対策の実施状況について（照会）'),
        p('このことについて、別紙様式により令和8年12月11日（金）までに御回答ください。'),
        {
          kind: 'table',
          rows: [
            ['項目', '回答'],
            ['空き家等対策計画の有無', ''],
            ['協議会の開催回数', ''],
            ['代執行の件数', ''],
          ],
        },
      ],
    },
  },
  {
    fileName: '庁内会議メモ.docx',
    about: { ja: '会議のメモ（参考の例）', en: 'Meeting notes (for reference)' },
    source: {
      title: '庁内会議メモ',
      author: 'みなと市企画部政策課',
      blocks: [
        h('庁内会議メモ'),
        p('日時　令和8年11月12日（木）　10時から10時40分まで'),
        bullet('次回までに各課の意見をまとめる。'),
        bullet('資料は3日前までに共有する。'),
      ],
    },
  },
];

export const SAMPLES: readonly Sample[] = SOURCES.map(({ fileName, about, source }, index) => ({
  number: index + 1,
  fileName,
  about,
  build: () => buildDocument(source),
}));

/** 「新しい文書」: one empty paragraph, no title. */
export function newDocument(author: string): Promise<Uint8Array<ArrayBuffer>> {
  return buildDocument({ title: '', author, blocks: [p('')] });
}
