import type { Section } from './sections.ts';
import { nameOf, type Reader, word } from './words-of-rows.ts';

/** Who keeps the calendars of which posts; nothing where there are no such rules. */
function executivesSections(reader: Reader): Section[] {
  const executives = reader.pack.file.schedules?.executives ?? [];
  if (executives.length === 0) return [];
  const names = (kind: 'units' | 'posts', codes: readonly string[]) =>
    codes.map((code) => nameOf(reader, kind, code)).join('・');
  return [
    {
      title: word(reader, '予定表を預かる所属', 'Who keeps whose calendar'),
      head: [
        ...[word(reader, '行', 'row'), word(reader, '職', 'post'), word(reader, '預かる所属', 'kept by')],
        ...[word(reader, '根拠', 'article'), word(reader, '理由文', 'sentence')],
      ],
      rows: executives.map(({ id, posts, secretaries, article, sentence }) => [
        ...[id, names('posts', posts), names('units', secretaries), article, sentence[reader.locale]],
      ]),
    },
  ];
}

/** How long it takes from office to office, and who keeps whose calendar; nothing where there are no such rules. */
export const scheduleSections = (reader: Reader): Section[] => [
  ...travelSections(reader),
  ...executivesSections(reader),
];

function travelSections(reader: Reader): Section[] {
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
