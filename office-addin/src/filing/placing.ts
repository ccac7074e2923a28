import type { Placing } from '@kaigi/core/contract';
import type { FilingForm } from './filing-form.ts';

type Level = Placing['level'];
type Question = Placing['questions'][number]['id'];
export type LevelAnswers = Record<Question, boolean>;

const LEVEL_OF: Readonly<Record<Question, Level>> = { secret: 'C3A', grave: 'C3B', personal: 'C3C', internal: 'C2' };

/** The questions still to be shown: those answered, and the next one unless a 「はい」 has decided. */
export function questionsToShow(
  questions: Placing['questions'],
  answers: FilingForm['levelAnswers'],
): Placing['questions'] {
  const decided = questions.findIndex(({ id }) => answers[id] === true);
  if (decided >= 0) return questions.slice(0, decided + 1);
  const open = questions.findIndex(({ id }) => answers[id] === undefined);
  return open < 0 ? questions : questions.slice(0, open + 1);
}

/** What the answers come to; null while they do not come to anything yet. */
export function levelAnswered(questions: Placing['questions'], answers: FilingForm['levelAnswers']): Level | null {
  const yes = questions.find(({ id }) => answers[id] === true);
  if (yes) return LEVEL_OF[yes.id];
  return questions.length > 0 && questions.every(({ id }) => answers[id] === false) ? 'C1' : null;
}

/** Answering one again takes back what was asked after it. */
export function answered(
  questions: Placing['questions'],
  answers: FilingForm['levelAnswers'],
  { id, yes }: { id: Question; yes: boolean },
): Record<string, boolean> {
  const at = questions.findIndex((one) => one.id === id);
  const before = questions.slice(0, at).flatMap((one) => {
    const said = answers[one.id];
    return said === undefined ? [] : [[one.id, said] as const];
  });
  return Object.fromEntries([...before, [id, yes]]);
}

/** What is sent of it: what was chosen, else what was proposed for exactly this class. */
export interface PlacedAs {
  folderId?: string;
  level?: Level;
  levelAnswers?: LevelAnswers;
}

export function placedAs(form: FilingForm, placing: { code: string; view: Placing } | null): PlacedAs {
  if (placing === null || placing.code !== form.classificationCode) return {};
  const { folders, folderId: proposed, questions, level } = placing.view;
  const folderId = folders.find(({ id }) => id === form.folderId)?.id ?? proposed;
  const said = levelAnswered(questions, form.levelAnswers);
  const all = (): LevelAnswers => ({
    ...{ secret: false, grave: false, personal: false, internal: false },
    ...form.levelAnswers,
  });
  return {
    ...(folderId === null ? {} : { folderId }),
    ...(said === null ? { level } : { level: said, levelAnswers: all() }),
  };
}
