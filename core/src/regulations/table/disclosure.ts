import type { DisclosureScheme } from '../disclosure/vocabulary.ts';
import type { Section } from './sections.ts';
import { type Reader, word } from './words-of-rows.ts';

function schemeSection(reader: Reader, scheme: DisclosureScheme) {
  const { name, law, term, extension, correction, grounds, absent, unconfirmed } = scheme;
  const days = (count: number) => word(reader, `${count}日`, `${count} days`);
  const notCounted = word(reader, '数えない', 'does not count');
  return {
    title: `${name[reader.locale]}（${law[reader.locale]}）`,
    head: [word(reader, '定め', 'rule'), word(reader, '内容', 'what it says'), word(reader, '根拠', 'article')],
    rows: [
      [word(reader, '決定までの期間', 'term'), days(term.days), term.article],
      [word(reader, '延長', 'extension'), days(extension.days), extension.article],
      ...(correction === undefined ? [] : [[word(reader, '補正の日数', 'correction'), notCounted, correction]]),
      ...grounds.map(({ id, article, sentence }) => [id, sentence[reader.locale], article]),
      [word(reader, '不存在', 'no such document'), '', absent],
      [word(reader, '存否応答拒否', 'existence not confirmed'), '', unconfirmed],
    ],
  };
}

/** 開示請求 as far as the body says something of its own. */
export const disclosureSections = (reader: Reader): Section[] =>
  (reader.pack.file.disclosure?.schemes ?? []).map((scheme) => schemeSection(reader, scheme));
