import { cleanFileName, type LocalDate, standardFileName } from '@kaigi/core/shared';

const ENDING = '.docx';

/** 日付_件名_版 of a Word document. */
export const standardName = (of: {
  readonly day: LocalDate;
  readonly title: string;
  readonly edition: number;
}): string => standardFileName({ ...of, ending: ENDING });

/** Under which name the file is sent: what was typed, else the document's own, else the standard one. */
export function fileNameFor(typed: string, own: string | null, standard: string): string {
  const wanted = cleanFileName(typed).replace(/\.docx$/i, '');
  if (wanted !== '') return `${wanted}${ENDING}`;
  return own !== null && /\.docx$/i.test(own) ? own : standard;
}

/** Whether a name already says day, title and version in that order. */
export const isStandard = (name: string): boolean => /^\d{8}_[^_]+_(?:第\d+版|v?\d+(?:\.\d+)?)\.docx$/i.test(name);
