import type { DisclosureScheme } from '../disclosure/vocabulary.ts';
import type { Section } from './sections.ts';
import { type Reader, word } from './words-of-rows.ts';

/** What may happen on the way to its end, as far as the body has an article for it. */
function rowsOfCourse(reader: Reader, { correction, correctionTerm, dismissal, referral }: DisclosureScheme) {
  const until = correctionTerm?.days;
  const within =
    until === undefined
      ? word(reader, '相当の期間を定める', 'within a term that is fair')
      : word(reader, `${until}日以内`, `within ${until} days`);
  const notCounted = word(reader, '数えない', 'does not count');
  const rows: readonly (readonly [string, string, string | undefined])[] = [
    [word(reader, '補正の日数', 'correction'), notCounted, correction],
    [word(reader, '補正を求める', 'correction asked for'), within, correctionTerm?.article],
    [word(reader, '却下', 'dismissed'), '', dismissal],
    [word(reader, '審査会への諮問', 'referred to the review board'), '', referral],
  ];
  return rows.flatMap(([name, said, article]) => (article === undefined ? [] : [[name, said, article]]));
}

function schemeSection(reader: Reader, scheme: DisclosureScheme) {
  const { name, law, term, extension, grounds, absent, unconfirmed } = scheme;
  const days = (count: number) => word(reader, `${count}日`, `${count} days`);
  return {
    title: `${name[reader.locale]}（${law[reader.locale]}）`,
    head: [word(reader, '定め', 'rule'), word(reader, '内容', 'what it says'), word(reader, '根拠', 'article')],
    rows: [
      [word(reader, '決定までの期間', 'term'), days(term.days), term.article],
      [word(reader, '延長', 'extension'), days(extension.days), extension.article],
      ...rowsOfCourse(reader, scheme),
      ...grounds.map(({ id, article, sentence }) => [id, sentence[reader.locale], article]),
      [word(reader, '不存在', 'no such document'), '', absent],
      [word(reader, '存否応答拒否', 'existence not confirmed'), '', unconfirmed],
    ],
  };
}

/** 開示請求 as far as the body says something of its own. */
export const disclosureSections = (reader: Reader): Section[] =>
  (reader.pack.file.disclosure?.schemes ?? []).map((scheme) => schemeSection(reader, scheme));
