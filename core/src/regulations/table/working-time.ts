import { leaveRowsOf } from '../language/leave.ts';
import type { Row } from '../language/schema.ts';
import { workingTimeRowsOf } from '../language/working-time.ts';
import type { Section } from './sections.ts';
import { type Reader, say, word } from './words-of-rows.ts';

function section(reader: Reader, title: string, rows: readonly Row[]): Section {
  const head = [word(reader, '行', 'row'), word(reader, '定め', 'rule'), word(reader, '根拠', 'article')];
  return { title, head, rows: rows.map(({ id, sentence, article }) => [id, say(reader, sentence), article]) };
}

/** The body's own rows of working time and leave; none where it goes by the national rules. */
export function workingTimeSections(reader: Reader): Section[] {
  const { workingTime, leave } = reader.pack.file;
  return [
    ...(workingTime ? [section(reader, say(reader, workingTime.title), workingTimeRowsOf(workingTime))] : []),
    ...(leave ? [section(reader, say(reader, leave.title), leaveRowsOf(leave))] : []),
  ];
}
