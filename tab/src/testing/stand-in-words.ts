import {
  AddTermInputSchema,
  ChangeTermInputSchema,
  type GlossaryItem,
  GlossaryItemSchema,
  GlossaryPreviewInputSchema,
  GlossarySchema,
  type GlossaryView,
  type MinutesHit,
  MinutesHitSchema,
  MinutesSearchSchema,
} from '@kaigi/core/contract';
import { meetingId } from './meetings.ts';
import { SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

/** The 用語集, and what any search finds. */
export interface WordsWorld {
  terms: GlossaryItem[];
  may: GlossaryView['may'];
  hits: MinutesHit[];
}

export const termId = (n: number): string => `0193c0de-0000-7000-c000-00000000000${n}`;

export const aTerm = (n: number, more: Partial<GlossaryItem> = {}): GlossaryItem =>
  GlossaryItemSchema.parse({
    ...{ id: termId(n), version: 1, bodyId: null, bodyName: null, written: '齋藤', reading: 'さいとう' },
    ...{ kind: 'PERSON', heard: ['斉藤', '斎藤'], at: '2026-11-20T01:00:00.000Z', by: SECTION_HEAD },
    ...{ may: { change: true }, ...more },
  });

const COUNCIL = { id: 'plan-council', name: '総合計画審議会' };

const aHit = (more: Partial<MinutesHit>): MinutesHit =>
  MinutesHitSchema.parse({
    ...{ kind: 'SENTENCE', id: 'x', part: 'DECISION', speaker: null },
    snippet: [
      { text: '案のとおり', hit: false },
      { text: '決定', hit: true },
      { text: 'した。', hit: false },
    ],
    meeting: {
      ...{ id: meetingId(1), state: 'WRITING', title: '第3回 総合計画審議会', bodyName: COUNCIL.name },
      ...{ heldOn: '2026-11-24', unitName: '政策課' },
    },
    ...more,
  });

export const firstWords = (): WordsWorld => ({
  terms: [
    aTerm(1),
    aTerm(2, {
      ...{ written: '第3期基本計画', reading: '', kind: 'PROJECT', heard: [], bodyId: COUNCIL.id },
      ...{ bodyName: COUNCIL.name, may: { change: false } },
    }),
  ],
  may: { cityWide: true, bodies: [COUNCIL] },
  hits: [
    aHit({ id: '0193c0de-0000-7000-8800-000000000003' }),
    aHit({ kind: 'LINE', id: '0193c0de-0000-7000-8000-000000000002', part: null, speaker: '議長 太郎' }),
    aHit({
      ...{ kind: 'TITLE', id: meetingId(2), part: null, snippet: [{ text: '決定', hit: true }] },
      meeting: { ...aHit({}).meeting, id: meetingId(2), title: '庁内調整会議', bodyName: null },
    }),
  ],
});

const listed = ({ terms: items, may }: WordsWorld): Answer => ({ body: GlossarySchema.parse({ items, may }) });

function added(world: WordsWorld, body: unknown): Answer {
  const input = AddTermInputSchema.parse(body);
  const bodyName = input.bodyId === null ? null : COUNCIL.name;
  const term = aTerm(7, { ...input, bodyName });
  world.terms = [...world.terms, term];
  return { status: 201, body: term };
}

function changed(world: WordsWorld, id: string, body: unknown): Answer {
  const { version, ...rest } = ChangeTermInputSchema.parse(body);
  const before = world.terms.find((term) => term.id === id) ?? aTerm(1);
  const term = GlossaryItemSchema.parse({ ...before, ...rest, version: version + 1 });
  world.terms = world.terms.map((one) => (one.id === id ? term : one));
  return { body: term };
}

/** The parts of the upload as they came: a file that holds 「だめ」 has a problem on its second line. */
function taken(parts: string): Answer {
  const problem = { line: 2, column: '表記', value: 'だめ', why: '「だめ」は、もう登録されています。' };
  if (parts.includes('だめ')) return { body: { added: 0, changed: 0, unchanged: 0, problems: [problem], done: false } };
  return { body: { added: 2, changed: 1, unchanged: 3, problems: [], done: parts.includes('"dryRun":false') } };
}

function previewed(body: unknown): Answer {
  const { text, also } = GlossaryPreviewInputSchema.parse(body);
  const [before, after] = also ? [also.heard[0] ?? also.written, also.written] : ['斉藤', '齋藤'];
  const from = text.indexOf(before);
  return {
    body: { edits: from < 0 ? [] : [{ kind: 'GLOSSARY', from, before, after }], after: text.replace(before, after) },
  };
}

function found({ hits: items }: WordsWorld): Answer {
  return { body: MinutesSearchSchema.parse({ total: items.length, items, nextCursor: null }) };
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** The search over minutes and the 用語集; null for whatever else. */
export function ofWords(world: WordsWorld, { method, url, body }: Asked): Answer | null {
  const [first, part, id = ''] = url.pathname.replace('/api/v1/', '').split('/');
  if (first === 'meetings' && part === 'search') return found(world);
  if (first !== 'minutes' || part !== 'glossary') return null;
  if (id === 'preview') return previewed(body);
  if (id === 'import') return taken(String(body));
  if (id === 'export') return { body: Buffer.from('用語'), headers: { 'Content-Type': 'text/csv' } };
  if (method === 'POST') return added(world, body);
  if (method === 'PATCH') return changed(world, id, body);
  if (method === 'DELETE') world.terms = world.terms.filter((term) => term.id !== id);
  return listed(world);
}
