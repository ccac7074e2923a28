import {
  type MeetingView,
  PublicationPreviewSchema,
  PublicationSchema,
  type PublicationView,
  type RedactionEdit,
  RedactionEditsInputSchema,
} from '@kaigi/core/contract';
import type { LinesWorld } from './stand-in-lines.ts';
import { wordFile } from './stand-in-papers.ts';
import type { SentencesWorld } from './stand-in-sentences.ts';
import type { Answer } from './stand-in-wire.ts';

type Redaction = PublicationView['redactions'][number];

/** 墨塗り of the first meeting; a test may give one a problem. */
export interface PublicationWorld {
  publication: { version: number; redactions: Redaction[] };
}

export const firstPublication = (): PublicationWorld => ({ publication: { version: 0, redactions: [] } });

type World = PublicationWorld & LinesWorld & SentencesWorld;

const textsOf = ({ lines, minutes }: World) => [
  ...minutes.sentences.map(({ id, version, text, part }) => ({
    ...{ of: 'SENTENCE' as const, id, version, text, part, attendeeId: null },
  })),
  ...lines.lines.map(({ id, version, text, attendeeId }) => ({
    ...{ of: 'LINE' as const, id, version, text, part: null, attendeeId },
  })),
];

const FOUND = [
  { why: 'PHONE', pattern: /\d{2,4}-\d{2,4}-\d{4}/g },
  { why: 'PRIVATE_NAME', pattern: /\p{Script=Han}{2}(?=さん)/gu },
] as const;

const isHidden = ({ publication }: World, words: string): boolean =>
  publication.redactions.some((one) => one.kind === 'WORDS' && one.words === words);

const candidatesIn = (world: World) =>
  textsOf(world).flatMap(({ of, id: targetId, text }) =>
    FOUND.flatMap(({ why, pattern }) =>
      Array.from(text.matchAll(pattern), ({ 0: words, index: from }) => ({
        ...{ of, targetId, from, to: from + words.length, words, why },
      })),
    ).filter(({ words }) => !isHidden(world, words)),
  );

const alsoStanding = (world: World) =>
  world.publication.redactions.flatMap((one) => {
    if (one.kind !== 'WORDS' || one.scope === 'EVERYWHERE') return [];
    return textsOf(world).flatMap(({ of, id: targetId, text }) => {
      const from = text.indexOf(one.words);
      if (from < 0 || targetId === one.targetId) return [];
      return [{ of, targetId, from, to: from + one.words.length, redactionId: one.id }];
    });
  });

function shown(world: World, view: MeetingView, grounds: PublicationView['grounds']): PublicationView {
  const { version, redactions } = world.publication;
  return PublicationSchema.parse({
    ...{ meetingId: view.id, version, redactions, grounds, alsoStands: alsoStanding(world) },
    candidates: { people: [], words: candidatesIn(world) },
    ...{ ready: redactions.every(({ problem }) => problem === null), may: { change: true } },
  });
}

function preview(world: World, { attendees }: MeetingView): Answer {
  const { version, redactions } = world.publication;
  const gone = new Set(redactions.flatMap((one) => (one.kind === 'ITEM' ? [one.itemId] : [])));
  const people = new Set(redactions.flatMap((one) => (one.kind === 'PERSON' ? [one.attendeeId] : [])));
  const barred = (id: string, text: string): string =>
    redactions.reduce((said, one) => {
      if (one.kind !== 'WORDS' || one.problem || (one.scope === 'HERE' && one.targetId !== id)) return said;
      return said.replaceAll(one.words, '■■■');
    }, text);
  const texts = textsOf(world).map((one) => ({ ...one, copy: gone.has(one.id) ? null : barred(one.id, one.text) }));
  const named = attendees.map(({ id, name }) => ({ attendeeId: id, name, copy: people.has(id) ? '■■■' : name }));
  return { body: PublicationPreviewSchema.parse({ version, people: named, texts }) };
}

function redactionOf(world: World, edit: Exclude<RedactionEdit, { op: 'REMOVE' }>): Redaction {
  const { op: kind, ...rest } = edit;
  if (edit.op !== 'WORDS') return { ...rest, kind, problem: null } as Redaction;
  const text = textsOf(world).find(({ id }) => id === edit.targetId)?.text ?? '';
  const { id, ground, of, targetId, from, to, scope } = edit;
  return { kind: 'WORDS', id, ground, of, targetId, from, words: text.slice(from, to), scope, problem: null };
}

function edited(world: World, body: unknown): void {
  const { version, edits } = RedactionEditsInputSchema.parse(body);
  let { redactions } = world.publication;
  for (const edit of edits) {
    if (edit.op === 'REMOVE') redactions = redactions.filter(({ id }) => id !== edit.id);
    else redactions = [...redactions, redactionOf(world, edit)];
  }
  world.publication = { version: version + 1, redactions };
}

interface Asked {
  readonly view: MeetingView;
  /** Behind `/meetings/{id}/`. */
  readonly rest: string;
  readonly body: unknown;
  readonly grounds: PublicationView['grounds'];
}

/** The publication copy of a meeting; null for whatever else. */
export function ofPublication(world: World, { view, rest, body, grounds }: Asked): Answer | null {
  if (rest === 'publication/preview') return preview(world, view);
  if (rest === 'publication/paper') return wordFile('copy');
  if (rest === 'publication/edits') edited(world, body);
  else if (rest !== 'publication') return null;
  return { body: shown(world, view, grounds) };
}
