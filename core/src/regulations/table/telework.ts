import { teleworkRowsOf } from '../language/all-rows.ts';
import { presentTelework } from '../telework/present.ts';
import type { Section } from './sections.ts';
import { type Reader, word } from './words-of-rows.ts';

/** The telework rules as one table; none where there are none. */
export function teleworkSections(reader: Reader): Section[] {
  const { telework } = reader.pack.file;
  if (!telework || teleworkRowsOf(telework).length === 0) return [];
  const { items, title } = presentTelework(reader.pack, { locale: reader.locale, q: '' });
  const head = [
    word(reader, '行', 'row'),
    word(reader, '定め', 'rule'),
    word(reader, '根拠', 'article'),
    word(reader, '聞く先', 'ask'),
    word(reader, '緩める切替え', 'relaxed by'),
  ];
  const rows = items.map((item) => [item.row, item.sentence, item.article, item.ask, item.relaxedBy.join('、')]);
  return [{ title: title ?? '', head, rows }];
}
