import type { FileRecordInput, Placing } from '@kaigi/core/contract';
import {
  cleanFileName,
  endingOf,
  type LevelAnswersSoFar,
  type LocalDate,
  placedAs,
  standardFileName,
} from '@kaigi/core/shared';
import { MOST_BYTES } from '../../drafting/files.ts';

export const KINDS = ['RECEIPT', 'REFERENCE', 'FINAL_DOCUMENT'] as const;
export type Kind = (typeof KINDS)[number];

/** What is chosen and typed; empty for nothing. */
export interface FilingForm {
  readonly kind: Kind;
  readonly title: string;
  readonly classificationCode: string;
  readonly counterparty: string;
  readonly theirNumber: string;
  readonly dueOn: string;
  /** Under which name the file is kept; empty: its own. */
  readonly fileName: string;
  /** 「番号は要る？」 as far as it was answered. */
  readonly need: Readonly<Record<string, boolean>>;
  /** 簿冊; empty: the one that is proposed. */
  readonly folderId: string;
  /** The questions of 機密性 as far as they were answered; none: the level that is proposed. */
  readonly levelAnswers: LevelAnswersSoFar;
}

export const EMPTY: FilingForm = {
  ...{ kind: 'RECEIPT', title: '', classificationCode: '', counterparty: '', theirNumber: '', dueOn: '' },
  ...{ fileName: '', need: {}, folderId: '', levelAnswers: {} },
};

/** What kinds of files can be filed, for the choice of one; the service looks at the bytes. */
export const FILEABLE =
  '.pdf,.docx,.xlsx,.pptx,.eml,.msg,.txt,.csv,.jpg,.jpeg,.png,.tif,.tiff,application/pdf,image/jpeg,image/png,image/tiff';

/** The title that a file's name speaks of: 20261123_研修の案内_第1版.pdf is 研修の案内. */
export function titleFromName(name: string): string {
  const bare = name.slice(0, name.length - endingOf(name).length).normalize('NFC');
  const [, title] = /^\d{8}[_＿](.+?)[_＿](?:第\d+版|v?\d+(?:\.\d+)?)$/iu.exec(bare) ?? [];
  return (title ?? bare).replace(/\s+/gu, ' ').trim().slice(0, 200);
}

/** 日付_件名_版 with the ending of the chosen file. */
export const suggestedName = (title: string, own: string, day: LocalDate): string =>
  standardFileName({ day, title, edition: 1, ending: endingOf(own) });

/** Under which name it is kept: as typed, else as it came. */
export function nameFor(typed: string, own: string): string {
  const ending = endingOf(own);
  const clean = cleanFileName(typed);
  const bare = clean.toLowerCase().endsWith(ending.toLowerCase())
    ? clean.slice(0, clean.length - ending.length)
    : clean;
  return bare === '' ? own : `${bare}${ending}`;
}

type Problem = 'required' | 'file.none' | 'file.empty' | 'file.large';
export type Wanted = 'file' | 'title' | 'classificationCode';

/** What keeps it from being sent. */
export function problemsOf(form: FilingForm, file: Pick<File, 'size'> | null): Partial<Record<Wanted, Problem>> {
  const wrong =
    file === null ? 'file.none' : file.size === 0 ? 'file.empty' : file.size > MOST_BYTES ? 'file.large' : null;
  return {
    ...(wrong === null ? {} : { file: wrong }),
    ...(form.title.trim() === '' ? { title: 'required' } : {}),
    ...(form.classificationCode === '' ? { classificationCode: 'required' } : {}),
  };
}

/** What is sent; only a 収受 has somebody it came from, and 番号. */
export function inputOf(form: FilingForm, view: Placing | null): FileRecordInput {
  const { kind, title, classificationCode, need } = form;
  const lines = (['counterparty', 'theirNumber', 'dueOn'] as const).flatMap((name) => {
    const text = form[name].trim();
    return kind === 'RECEIPT' && text !== '' ? [[name, text] as const] : [];
  });
  return {
    ...{ kind, title: title.trim(), classificationCode },
    ...Object.fromEntries(lines),
    ...(kind === 'RECEIPT' && Object.keys(need).length > 0 ? { need: { ...need } } : {}),
    ...(view === null ? {} : placedAs(form, view)),
  };
}
