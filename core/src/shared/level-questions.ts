/** The plain questions that 自治体機密性 comes from, the gravest first. */
export const LEVEL_QUESTIONS = ['secret', 'grave', 'personal', 'internal'] as const;
export type LevelQuestion = (typeof LEVEL_QUESTIONS)[number];
export type LevelAnswers = { readonly [question in LevelQuestion]: boolean };
/** As far as somebody has come with them. */
export type LevelAnswersSoFar = Readonly<Partial<Record<LevelQuestion, boolean>>>;

/** 自治体機密性 3A, 3B, 3C, 2, 1. */
export const LEVELS = ['C3A', 'C3B', 'C3C', 'C2', 'C1'] as const;
export type Level = (typeof LEVELS)[number];

const BY_YES: { readonly [question in LevelQuestion]: Level } = {
  secret: 'C3A',
  grave: 'C3B',
  personal: 'C3C',
  internal: 'C2',
};

/** What a 「はい」 makes of it; null: four times 「いいえ」. */
export const levelByYes = (question: LevelQuestion | null): Level => (question === null ? 'C1' : BY_YES[question]);

/** The first 「はい」 decides; what was not asked after it is 「いいえ」. */
export const levelOf = (answers: LevelAnswersSoFar): Level =>
  levelByYes(LEVEL_QUESTIONS.find((question) => answers[question] === true) ?? null);

/** The questions to be shown: those answered 「いいえ」 and the next one; a 「はい」 is the last. */
export function levelQuestionsToAsk(answers: LevelAnswersSoFar): readonly LevelQuestion[] {
  const last = LEVEL_QUESTIONS.findIndex((question) => answers[question] !== false);
  return last < 0 ? LEVEL_QUESTIONS : LEVEL_QUESTIONS.slice(0, last + 1);
}

/** What the answers come to; null while they come to nothing yet. */
export const levelAnswered = (answers: LevelAnswersSoFar): Level | null =>
  levelQuestionsToAsk(answers).every((question) => answers[question] !== undefined) ? levelOf(answers) : null;

/** Answering one again takes back what was asked after it. */
export function levelAnswer(answers: LevelAnswersSoFar, question: LevelQuestion, yes: boolean): LevelAnswersSoFar {
  const before = LEVEL_QUESTIONS.slice(0, LEVEL_QUESTIONS.indexOf(question)).flatMap((one) => {
    const said = answers[one];
    return said === undefined ? [] : [[one, said] as const];
  });
  return Object.fromEntries([...before, [question, yes]]);
}

/** As they are sent: each with its answer. */
export const levelAnswersSent = (answers: LevelAnswersSoFar) => ({
  ...{ secret: false, grave: false, personal: false, internal: false },
  ...answers,
});

interface Proposed {
  readonly folders: readonly { readonly id: string }[];
  readonly folderId: string | null;
  readonly level: Level;
}

interface Chosen {
  /** 簿冊; empty: the one that is proposed. */
  readonly folderId: string;
  readonly levelAnswers: LevelAnswersSoFar;
}

export interface PlacedAs {
  folderId?: string;
  level?: Level;
  levelAnswers?: Record<LevelQuestion, boolean>;
}

/** 簿冊 and level of what is filed: what was chosen and answered, else what was proposed. */
export function placedAs({ folderId, levelAnswers }: Chosen, proposed: Proposed): PlacedAs {
  const folder = proposed.folders.find(({ id }) => id === folderId)?.id ?? proposed.folderId;
  const said = levelAnswered(levelAnswers);
  return {
    ...(folder === null ? {} : { folderId: folder }),
    ...(said === null ? { level: proposed.level } : { level: said, levelAnswers: levelAnswersSent(levelAnswers) }),
  };
}
