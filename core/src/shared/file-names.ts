import type { LocalDate } from './local-date.ts';

// A file system or SharePoint refuses them.
const REFUSED = '\\/:*?"<>|#%';
const TITLE_LETTERS = 60;

/** Without what no file system takes. */
export const cleanFileName = (text: string): string =>
  Array.from(text.trim())
    .filter((letter) => letter >= ' ' && !REFUSED.includes(letter))
    .join('')
    .replace(/^[.\s]+|[.\s]+$/gu, '');

export interface StandardName {
  readonly day: LocalDate;
  readonly title: string;
  readonly edition: number;
  /** `.docx` */
  readonly ending: string;
}

/** 日付_件名_版: sorts by day, says what it is and which version. */
export function standardFileName({ day, title, edition, ending }: StandardName): string {
  // An underscore parts the three: none of its own stays in the title.
  const words = Array.from(cleanFileName(title).replace(/[\s_＿]+/gu, ' '))
    .slice(0, TITLE_LETTERS)
    .join('')
    .trim();
  return `${day.replaceAll('-', '')}_${words || '文書'}_第${edition}版${ending}`;
}

/** `.pdf` of a name; nothing where it has none. */
export const endingOf = (name: string): string => /\.[0-9a-z]{1,8}$/iu.exec(name)?.[0] ?? '';
