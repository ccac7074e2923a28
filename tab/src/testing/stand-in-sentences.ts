import {
  DraftInputSchema,
  MinutesSchema,
  type MinutesView,
  ProposalsInputSchema,
  ProposalsSchema,
  type SentenceEdit,
  SentenceEditsAnswerSchema,
  SentenceEditsInputSchema,
  type SentenceView,
} from '@kaigi/core/contract';
import { attendeeId, lineId, meetingId } from './meetings.ts';
import type { Answer } from './stand-in-wire.ts';

export const sentenceId = (n: number): string => `0193c0de-0000-7000-8100-${String(n).padStart(12, '0')}`;

const base = {
  version: 1,
  origin: 'RULES',
  isAddition: false,
  outcome: null,
  owner: null,
  due: null,
  speaker: null,
} as const;
const sentence = (n: number, more: Pick<SentenceView, 'part' | 'text'> & Partial<SentenceView>): SentenceView => ({
  ...{ ...base, id: sentenceId(n), itemId: sentenceId(1), sources: [lineId(n)] },
  ...more,
});

const DRAFTED: readonly SentenceView[] = [
  sentence(1, { part: 'ITEM', text: '基本構想の素案について', itemId: null, sources: [lineId(2)] }),
  sentence(2, { part: 'KEY_POINT', text: '素案は3つの柱を立てている。', sources: [lineId(3), lineId(5)] }),
  sentence(3, {
    ...{ part: 'DECISION', text: '素案のとおり決定した。', outcome: 'APPROVED_AS_PROPOSED', sources: [lineId(6)] },
  }),
  sentence(4, {
    ...{ part: 'ACTION', text: '人口の見通しを確かめる。', owner: { attendeeId: attendeeId(2), name: '佐藤 花子' } },
    due: { words: '来週の金曜日', on: '2026-12-04' },
  }),
  sentence(5, { part: 'QUESTION', text: '人口の見通しは、どの資料にもとづくか。', speaker: '佐藤 花子' }),
  sentence(6, { part: 'ANSWER', text: '国勢調査の速報値にもとづく。', speaker: '事務局' }),
  sentence(7, {
    part: 'KEY_POINT',
    text: '資料の誤字は事務局で直す。',
    origin: 'PERSON',
    sources: [],
    isAddition: true,
  }),
];

/** 会議録の案 of the first meeting. */
export interface SentencesWorld {
  minutes: MinutesView;
}

export const theMinutes = (sentences: readonly SentenceView[] = DRAFTED): MinutesView =>
  MinutesSchema.parse({ meetingId: meetingId(1), version: 4, sentences, wording: null, agendaIsNewer: false });

function added(edit: Extract<SentenceEdit, { op: 'ADD' }>): SentenceView {
  const { op: _, after: __, ...said } = edit;
  return { ...base, ...said, isAddition: said.sources.length === 0 };
}

/** Null where the edit no longer fits. */
function done(items: readonly SentenceView[], edit: SentenceEdit): readonly SentenceView[] | null {
  if (edit.op === 'ADD') {
    const after = items.findIndex(({ id }) => id === edit.after);
    return items.toSpliced(after < 0 ? items.length : after + 1, 0, added(edit));
  }
  const one = items.find(({ id }) => id === edit.id);
  if (one?.version !== edit.version) return null;
  if (edit.op === 'REMOVE') return items.filter(({ id }) => id !== edit.id);
  const { op: _, ...change } = edit;
  const after = { ...one, ...(JSON.parse(JSON.stringify(change)) as Partial<SentenceView>) };
  return items.map((item) => (item === one ? { ...after, origin: 'PERSON', version: one.version + 1 } : item));
}

function edited(world: SentencesWorld, body: unknown): Answer {
  const { edits } = SentenceEditsInputSchema.parse(body);
  let items: readonly SentenceView[] = world.minutes.sentences;
  const refused: { edit: number; now: SentenceView | null }[] = [];
  for (const [at, edit] of edits.entries()) {
    const after = done(items, edit);
    if (after) items = after;
    else refused.push({ edit: at, now: items.find(({ id }) => id === edit.id) ?? null });
  }
  const ids = new Set(edits.filter((_, at) => !refused.some(({ edit }) => edit === at)).map(({ id }) => id));
  world.minutes = MinutesSchema.parse({ ...world.minutes, version: world.minutes.version + 1, sentences: items });
  const changed = world.minutes.sentences.filter(({ id }) => ids.has(id));
  const removed = [...ids].filter((id) => !changed.some((one) => one.id === id));
  return { body: SentenceEditsAnswerSchema.parse({ version: world.minutes.version, changed, removed, refused }) };
}

/** As a model answers that was told of two remarks and added something of its own. */
function proposed(body: unknown) {
  const { part, itemId } = ProposalsInputSchema.parse(body);
  const proposal = (text: string, sources: readonly string[]) => ({ text, sources, isAddition: sources.length === 0 });
  const proposals = [
    proposal('素案の3つの柱を確認した。', [lineId(3), lineId(5)]),
    proposal('出席者は素案を高く評価した。', []),
  ];
  return ProposalsSchema.parse({ model: 'city-model', host: 'llm.minato.lg.jp', part, itemId, proposals });
}

/** Minutes of a meeting; null for whatever else. */
export function ofSentences(world: SentencesWorld, { rest, body }: { rest: string; body: unknown }): Answer | null {
  if (rest === 'minutes') return { body: MinutesSchema.parse(world.minutes) };
  if (rest === 'minutes/edits') return edited(world, body);
  if (rest === 'minutes/proposals') return { body: proposed(body) };
  if (rest !== 'minutes/draft') return null;
  DraftInputSchema.parse(body);
  world.minutes = theMinutes();
  return { body: world.minutes };
}
