import type { LocalDate } from '@kaigi/core/shared';

// A file system or SharePoint refuses them.
const REFUSED = '\\/:*?"<>|#%';
const TITLE_LETTERS = 60;

const clean = (text: string): string =>
  Array.from(text.trim())
    .filter((letter) => letter >= ' ' && !REFUSED.includes(letter))
    .join('')
    .replace(/^[.\s]+|[.\s]+$/gu, '');

/** 日付_件名_版: sorts by day, says what it is and which version. */
export function standardName({ day, title, edition }: { day: LocalDate; title: string; edition: number }): string {
  // An underscore parts the three: none of its own stays in the title.
  const words = Array.from(clean(title).replace(/[\s_＿]+/gu, ' '))
    .slice(0, TITLE_LETTERS)
    .join('')
    .trim();
  return `${day.replaceAll('-', '')}_${words || '文書'}_第${edition}版.docx`;
}

/** Under which name the file is sent: what was typed, else the document's own, else the standard one. */
export function fileNameFor(typed: string, own: string | null, standard: string): string {
  const wanted = clean(typed).replace(/\.docx$/i, '');
  if (wanted !== '') return `${wanted}.docx`;
  return own !== null && /\.docx$/i.test(own) ? own : standard;
}

/** Whether a name already says day, title and version in that order. */
export const isStandard = (name: string): boolean => /^\d{8}_[^_]+_(?:第\d+版|v?\d+(?:\.\d+)?)\.docx$/i.test(name);
