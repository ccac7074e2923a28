import type { SnapshotPost } from '../../directory/index.ts';
import type { Sentence } from '../../shared/index.ts';
import type { LimitRow, SkipRow } from '../language/schema.ts';
import { REFUSALS } from '../text.ts';
import { absenceCounts, isAbsence } from './absence.ts';
import type { AwayNow } from './absence-length.ts';
import { understand } from './asking.ts';
import { decide } from './decide.ts';
import { type Case, openEnded, placesOf, rowSaidFor } from './deputies.ts';
import type { Pack } from './pack.ts';
import { applies, classOf } from './situation.ts';
import { absenceRowFor, deputyRowFor, deputyRowsFor, ofPost, ofSlot, type StoodInFor } from './stand-in-rows.ts';
import type {
  MatterQuestion,
  OrderInForce,
  PostReview,
  Refusal,
  RefusalCode,
  RouteProblem,
  SkipAnswer,
  SkipQuestion,
  StandInAnswer,
  StandInQuestion,
} from './vocabulary.ts';

interface ByArticle {
  readonly id?: string;
  readonly article: string;
  readonly sentence: Sentence;
}

const refuse = (code: RefusalCode, row: ByArticle | null): Refusal => ({
  ok: false,
  code,
  ruleId: row?.id ?? null,
  article: row?.article ?? '',
  sentence: row?.sentence ?? REFUSALS[code],
});

/** Reads the question like a route's: deputies are looked for in the same situation. */
function slotOf(
  pack: Pack,
  question: MatterQuestion & { duty: StoodInFor['duty']; postId: string },
  ordered: readonly string[] = [],
): Case | RouteProblem {
  const understood = understand(pack, question);
  if (!understood.ok) return understood;
  const post = question.there.posts.get(question.postId);
  if (!post) return { ok: false, problem: 'regulations.unknown_designation', params: {}, whoCanResolve: 'ADMIN' };
  const decided = decide(understood.situation, question);
  const deciderClass = decided.ok ? classOf(pack, decided.decider.post) : null;
  return { situation: { ...understood.situation, deciderClass, ordered }, slot: { duty: question.duty, post } };
}

const unreadable = ({ problem }: RouteProblem): Refusal => ({
  ok: false,
  code: problem,
  ruleId: null,
  article: '',
  sentence: { ja: '', en: '' },
});

/** Null: absent. Otherwise why not. */
function whyNotAbsent({ situation, slot }: Case, asked: Pick<StandInQuestion, 'absent' | 'at'>): Refusal | null {
  const row = absenceRowFor(situation, slot);
  if (!row) return refuse('regulations.not_absent', null);
  if (slot.post.holders.length === 0) {
    if (row.vacancy === 'ABSENT') return null;
    const { vacancyArticle, vacancySentence } = row;
    const sentence = vacancySentence ?? REFUSALS['regulations.vacancy_not_absence'];
    return refuse('regulations.vacancy_not_absence', { id: row.id, article: vacancyArticle ?? row.article, sentence });
  }
  const absent = isAbsence(row, { absent: asked.absent, at: asked.at, urgent: situation.urgent });
  return absent ? null : refuse('regulations.not_absent', row);
}

function limitFor({ situation, slot }: Case, question: StandInQuestion): LimitRow | undefined {
  return situation.pack.file.deputyLimits.find((row) => {
    if (!ofSlot(situation, row, slot) || !applies(row, situation)) return false;
    if (row.deadlock === true && !question.deadlock) return false;
    if (!row.lifted) return true;
    const given = { INSTRUCTED: question.instructed, URGENT: situation.urgent };
    const { by, need } = row.lifted;
    return !(need === 'ALL' ? by.every((one) => given[one]) : by.some((one) => given[one]));
  });
}

function postReviewFor({ situation, slot }: Case, { instructed }: StandInQuestion): PostReview {
  const row = situation.pack.file.postReview.find(
    (candidate) =>
      ofSlot(situation, candidate, slot) &&
      (candidate.instructed ?? instructed) === instructed &&
      applies(candidate, situation),
  );
  return row
    ? reviewOf(row, row.required, row.to)
    : {
        required: false,
        dueWorkingDays: 0,
        dueFrom: 'ACT',
        to: [],
        ruleId: null,
        article: '',
        sentence: { ja: '', en: '' },
      };
}

interface Due {
  readonly id: string;
  readonly article: string;
  readonly sentence: Sentence;
  readonly due: { workingDays: number; from: 'ACT' | 'RETURN' };
}
function reviewOf({ due, id, article, sentence }: Due, required: boolean, to: PostReview['to']): PostReview {
  return { required, dueWorkingDays: due.workingDays, dueFrom: due.from, to, ruleId: id, article, sentence };
}

function isAway({ situation, slot }: Case, question: StandInQuestion, post: SnapshotPost): boolean {
  const { absenceOf, isAbsent, at } = question;
  if (!absenceOf) return isAbsent(post.postId);
  const known = { absent: absenceOf(post.postId), at, urgent: situation.urgent };
  return absenceCounts(situation, { duty: slot.duty, post }, known);
}

/** 代決: every precondition of these regulations, in the order in which they would be read out. */
function standInUnder(pack: Pack, question: StandInQuestion, order: OrderInForce | null): StandInAnswer {
  const read = slotOf(pack, question, order ? [order.switch] : []);
  if ('ok' in read) return unreadable(read);
  const { slot } = read;
  const row = rowSaidFor(read, question);
  const notAbsent = whyNotAbsent(read, question);
  if (notAbsent) return notAbsent;
  if (!row) {
    const sentence = openEnded(REFUSALS['regulations.not_a_deputy'], read, question);
    return { ...refuse('regulations.not_a_deputy', null), sentence };
  }
  const limit = limitFor(read, question);
  if (limit) return refuse('regulations.deputy_limited', limit);
  const places = placesOf(row, read);
  const acts = (post: SnapshotPost) => question.asking.postIds.includes(post.postId);
  const own = places.find(({ posts }) => posts.some(acts));
  const acting = own?.posts.find(acts);
  if (!own || !acting) return refuse('regulations.not_a_deputy', row);
  if (question.asking.isDrafter) return refuse('regulations.deputy_is_drafter', null);
  const gone = (post: SnapshotPost) =>
    post.holders.length === 0 || question.drafterPostIds.includes(post.postId) || isAway(read, question, post);
  const before = row.inOrder ? places.filter(({ order }) => order < own.order) : [];
  if (before.some(({ posts }) => posts.some((post) => !gone(post))))
    return refuse('regulations.not_first_in_order', row);
  return {
    ok: true,
    ruleId: row.id,
    article: row.article,
    sentence: row.sentence,
    onBehalfOf: slot.post.postId,
    actingPostId: acting.postId,
    order: own.order,
    postReview: postReviewFor(read, question),
    byOrder: order,
  };
}

/** By the rules of every day first: an order takes nothing away, and is named only where it was needed. */
export function standIn(pack: Pack, question: StandInQuestion): StandInAnswer {
  const plain = standInUnder(pack, question, null);
  if (plain.ok || !pack.usesOrders) return plain;
  const granted = (question.orders ?? []).map((order) => standInUnder(pack, question, order)).find(({ ok }) => ok);
  return granted ?? plain;
}

export type DeputyQuestion = MatterQuestion & {
  readonly duty: StoodInFor['duty'];
  readonly postId: string;
  /** The absence that is meant; missing: whoever may stand in, however long it is. */
  readonly away?: AwayNow;
  readonly orders?: readonly OrderInForce[];
};

function placesUnder(pack: Pack, question: DeputyQuestion, ordered: readonly string[]): readonly (readonly string[])[] {
  const read = slotOf(pack, question, ordered);
  if ('ok' in read) return [];
  const { situation, slot } = read;
  const meant = question.away && deputyRowFor(situation, slot, question.away);
  const rows = question.away ? (meant ? [meant] : []) : deputyRowsFor(situation, slot);
  const places = rows.flatMap((row) => placesOf(row, read));
  return places.map(({ posts }) => posts.map(({ postId }) => postId));
}

/** The same for a post of a case, as ids; nobody where the question cannot be read. Whom only an order adds comes last. */
export function deputyOrder(pack: Pack, question: DeputyQuestion): readonly (readonly string[])[] {
  const orders = pack.usesOrders ? (question.orders ?? []) : [];
  return [[], ...orders.map((order) => [order.switch])].flatMap((ordered) => placesUnder(pack, question, ordered));
}

/** 後閲 of an absent participant: by which article the case may go on without, and until when it is to be reviewed. */
export function skipReviewer(pack: Pack, question: SkipQuestion): SkipAnswer {
  const read = slotOf(pack, question);
  if ('ok' in read) return unreadable(read);
  const { situation, slot } = read;
  const row = pack.file.skips.find(
    (candidate) =>
      ofPost(situation, candidate, slot.post) &&
      (candidate.duties as readonly string[]).includes(slot.duty) &&
      candidate.triggers.includes(question.trigger) &&
      applies(candidate, situation),
  );
  if (!row?.allowed) return refuse('regulations.skip_not_allowed', row ?? null);
  const notAbsent = question.trigger === 'ABSENCE' ? whyNotAbsent(read, question) : null;
  if (notAbsent) return notAbsent;
  return {
    ok: true,
    ruleId: row.id,
    article: row.article,
    sentence: row.sentence,
    onBehalfOf: slot.post.postId,
    postReview: reviewOf(row, true, ['ABSENT']),
    automatic: passesByItself(row, question),
  };
}

/** Only while somebody is known to be away, by evidence that the row accepts for that: a vacant post waits. */
const passesByItself = ({ automatic }: SkipRow, { trigger, absent }: SkipQuestion): boolean =>
  trigger === 'ABSENCE' && absent !== null && (automatic?.sources.includes(absent.source) ?? false);

/** Whether these regulations pass anybody over by themselves. */
export const passesOver = ({ file }: Pack): boolean => file.skips.some(({ automatic }) => automatic !== undefined);
