import type { Section } from './sections.ts';
import { nameOf, type Reader, word } from './words-of-rows.ts';

/** How long it takes from office to office; nothing where there are no such rules. */
export function scheduleSections(reader: Reader): Section[] {
  const { schedules } = reader.pack.file;
  if (!schedules || schedules.travel.length === 0) return [];
  const { title, mainOffice, travel } = schedules;
  const place = (code: string | undefined) =>
    code === undefined ? mainOffice[reader.locale] : nameOf(reader, 'units', code);
  const minutes = (some: number) => word(reader, `${some}分`, `${some} min`);
  return [
    {
      title: title[reader.locale],
      head: [
        ...[word(reader, '行', 'row'), word(reader, '庁舎の間', 'between'), word(reader, '移動時間', 'travel')],
        ...[word(reader, '根拠', 'article'), word(reader, '理由文', 'sentence')],
      ],
      rows: travel.map(({ id, between: [from, to], article, sentence, ...row }) => [
        ...[id, `${place(to)}・${place(from)}`, minutes(row.minutes), article, sentence[reader.locale]],
      ]),
    },
  ];
}
