import type { FileRecordInput, Placing } from '@kaigi/core/contract';
import { cleanFileName, endingOf, type LocalDate, standardFileName } from '@kaigi/core/shared';
import { MOST_BYTES } from '../../drafting/files.ts';

export const KINDS = ['RECEIPT', 'REFERENCE', 'FINAL_DOCUMENT'] as const;
export type Kind = (typeof KINDS)[number];
type Question = Placing['questions'][number]['id'];

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
  readonly levelAnswers: Readonly<Partial<Record<Question, boolean>>>;
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

/** The questions to be shown: those answered 「いいえ」 and the next one; a 「はい」 is the last. */
export function questionsToAsk(
  questions: Placing['questions'],
  answers: FilingForm['levelAnswers'],
): Placing['questions'] {
  const last = questions.findIndex(({ id }) => answers[id] !== false);
  return last < 0 ? questions : questions.slice(0, last + 1);
}

const LEVEL_OF: Readonly<Record<Question, Placing['level']>> = {
  secret: 'C3A',
  grave: 'C3B',
  personal: 'C3C',
  internal: 'C2',
};

/** What the answers come to; null while they come to nothing yet. */
export function levelAnswered(
  questions: Placing['questions'],
  answers: FilingForm['levelAnswers'],
): Placing['level'] | null {
  const last = questions.find(({ id }) => answers[id] !== false);
  if (last === undefined) return questions.length > 0 ? 'C1' : null;
  return answers[last.id] === true ? LEVEL_OF[last.id] : null;
}

/** 簿冊 and level: what was chosen, else what was proposed. */
function placed(form: FilingForm, view: Placing | null): Pick<FileRecordInput, 'folderId' | 'level' | 'levelAnswers'> {
  if (view === null) return {};
  const folderId = view.folders.find(({ id }) => id === form.folderId)?.id ?? view.folderId;
  const said = levelAnswered(view.questions, form.levelAnswers);
  const none = { secret: false, grave: false, personal: false, internal: false };
  const level =
    said === null ? { level: view.level } : { level: said, levelAnswers: { ...none, ...form.levelAnswers } };
  return { ...(folderId === null ? {} : { folderId }), ...level };
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
    ...placed(form, view),
  };
}
