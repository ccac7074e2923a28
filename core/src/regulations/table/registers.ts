import { registerRulesOf } from '../registers/of-pack.ts';
import type { NeedOutcome } from '../registers/vocabulary.ts';
import type { Section } from './sections.ts';
import { type Reader, word } from './words-of-rows.ts';

const OUTCOMES: Readonly<Record<NeedOutcome, readonly [string, string]>> = {
  NUMBERED: ['番号を付ける', 'numbered'],
  UNNUMBERED: ['番号を付けずに登録する', 'filed without a number'],
  MINOR: ['軽易（番号なし）', 'minor, no number'],
};

function needSection(reader: Reader): Section[] {
  const need = reader.pack.file.registers?.need;
  if (!need) return [];
  const questions = new Map(need.questions.map(({ id, question }) => [id, question[reader.locale]]));
  const said = (when: Readonly<Record<string, boolean>>) =>
    Object.entries(when)
      .map(
        ([id, yes]) => `${questions.get(id) ?? id} ${yes ? word(reader, 'はい', 'yes') : word(reader, 'いいえ', 'no')}`,
      )
      .join(' / ') || word(reader, 'そのほか', 'otherwise');
  return [
    {
      title: word(reader, '番号は要るか', 'Whether a document needs a number'),
      head: [
        ...[word(reader, '行', 'row'), word(reader, '答え', 'answers'), word(reader, '番号', 'number')],
        ...[word(reader, '根拠', 'article'), word(reader, '理由文', 'sentence')],
      ],
      rows: need.rows.map(({ id, when, outcome, article, sentence }) => [
        ...[id, said(when), word(reader, ...OUTCOMES[outcome]), article, sentence[reader.locale]],
      ]),
    },
  ];
}

function handSection(reader: Reader): Section[] {
  const { file } = reader.pack;
  if (!file.registers) return [];
  const { lastYear, reservation } = registerRulesOf(file);
  const days = word(reader, `${lastYear.until.replace('-', '月')}日まで`, `until ${lastYear.until}`);
  return [
    {
      title: word(reader, '番号の取り方', 'How numbers are taken'),
      head: [word(reader, '定め', 'rule'), word(reader, '内容', 'what it says'), word(reader, '根拠', 'article')],
      rows: [
        [word(reader, '前年度の番号', 'last year’s numbers'), days, lastYear.article],
        [
          word(reader, '番号の予約', 'reservation'),
          word(reader, `${reservation.hours}時間`, `${reservation.hours} hours`),
          reservation.article,
        ],
        ...file.registers.series.map(({ name, symbol, article }) => [name[reader.locale], symbol, article]),
      ],
    },
  ];
}

/** 収受・発送・番号 as far as the body says something of its own. */
export const registerSections = (reader: Reader): Section[] => [...needSection(reader), ...handSection(reader)];
