import type { SnapshotPost } from '../../directory/index.ts';
import { fill, type Locale, type Sentence, type Texts } from '../../shared/index.ts';
import type { Addressee, ExplainedSlot, ExplainView, PlannedAddress } from '../contract.ts';
import { ruleText } from '../retention/words.ts';
import { absenceCounts } from './absence.ts';
import { deputiesOf } from './deputies.ts';
import { nameOf } from './line.ts';
import { groupName, type Pack } from './pack.ts';
import { type Planned, planWith } from './plan.ts';
import type { Situation } from './situation.ts';
import { skipReviewer, standIn } from './stand-in.ts';
import type { KnownAbsence, MatterQuestion, PlannedSlot, RouteProblem } from './vocabulary.ts';

export interface ExplainQuestion extends MatterQuestion {
  readonly locale: Locale;
  readonly at: Date;
  /** What is known of the absence of whoever holds the post. */
  readonly absenceOf: (post: SnapshotPost) => KnownAbsence | null;
  /** Sentences of the problems, by code. */
  readonly texts: Texts;
}

/** Says of one plan, in one language, what `ExplainView` has. */
class Teller {
  private readonly situation: Situation;
  private readonly question: ExplainQuestion;
  private readonly known = new Map<string, Addressee>();

  constructor(situation: Situation, question: ExplainQuestion) {
    this.situation = situation;
    this.question = question;
  }

  say(sentence: Sentence): string {
    return sentence[this.question.locale];
  }

  isAway(post: SnapshotPost): boolean {
    const { at, urgent, absenceOf } = this.question;
    return absenceCounts(this.situation, { duty: 'DECISION', post }, { absent: absenceOf(post), at, urgent });
  }

  post(post: SnapshotPost): Addressee {
    const before = this.known.get(post.postId);
    if (before) return before;
    const { postId: id, holders } = post;
    const told: Addressee = { kind: 'POST', id, name: nameOf(post), holders: [...holders], absent: this.isAway(post) };
    this.known.set(id, told);
    return told;
  }

  addressee(address: PlannedAddress): Addressee {
    const { there } = this.question;
    if (address.kind === 'POST') {
      const post = there.posts.get(address.postId);
      return post ? this.post(post) : { kind: 'POST', id: address.postId, name: '', holders: [], absent: false };
    }
    const name = there.units.get(address.unitId)?.name ?? '';
    return { kind: 'SECTION', id: address.unitId, name, holders: [], absent: false };
  }

  slot({ stage, stageRule, duty, address, mandatory, article, sentence }: PlannedSlot): ExplainedSlot {
    const who = this.addressee(address);
    return { stage, stageRule, duty, who, mandatory, article, sentence: this.say(sentence), passOver: null };
  }
}

function standInsOf(pack: Pack, question: ExplainQuestion, { teller, planned }: { teller: Teller; planned: Planned }) {
  const { there } = question;
  const posts = planned.plan.slots.filter(({ duty, address }) => address.kind === 'POST' && duty !== 'PROVISIONAL');
  return posts.flatMap(({ duty, address }): ExplainView['standIns'] => {
    const post = address.kind === 'POST' ? there.posts.get(address.postId) : undefined;
    const absent = post ? question.absenceOf(post) : null;
    const found = post && deputiesOf(planned.situation, { duty, post }, { absent, at: question.at });
    if (!post || !found) return [];
    const { row, places } = found;
    const order = places
      .filter(({ posts: named }) => named.length > 0)
      .map((place) => ({ place: place.order, who: place.posts.map((one) => teller.post(one)) }));
    const away = post.holders.length === 0 || teller.post(post).absent;
    const may = (deputy: SnapshotPost) =>
      deputy.holders.length > 0 &&
      !teller.isAway(deputy) &&
      standIn(pack, {
        ...question,
        ...{ duty, postId: post.postId, absent, instructed: false, deadlock: false },
        isAbsent: (postId) => isAwayById(question, teller, postId),
        absenceOf: (postId) => absenceById(question, postId),
        asking: { postIds: [deputy.postId], isDrafter: question.drafterPostIds.includes(deputy.postId) },
      }).ok;
    const mayActToday = away ? places.flatMap(({ posts: named }) => named.filter(may).map(nameOf)) : [];
    return [
      { for: teller.post(post), duty, article: row.article, sentence: teller.say(row.sentence), order, mayActToday },
    ];
  });
}

/** 後閲 of a holder who is known to be away, as these regulations would answer today; never of the decider. */
function passOverOf(
  pack: Pack,
  question: ExplainQuestion,
  { teller, slot: { duty, address } }: { teller: Teller; slot: PlannedSlot },
): ExplainedSlot['passOver'] {
  const post = address.kind === 'POST' ? question.there.posts.get(address.postId) : undefined;
  const absent = post ? question.absenceOf(post) : null;
  if (!post || !absent || duty === 'DECISION' || duty === 'PROVISIONAL') return null;
  const answer = skipReviewer(pack, { ...question, duty, postId: post.postId, absent, trigger: 'ABSENCE' });
  if (!answer.ok) return null;
  return { article: answer.article, sentence: teller.say(answer.sentence), automatic: answer.automatic };
}

function absenceById({ there, absenceOf }: ExplainQuestion, postId: string): KnownAbsence | null {
  const post = there.posts.get(postId);
  return post ? absenceOf(post) : null;
}

function isAwayById({ there }: ExplainQuestion, teller: Teller, postId: string): boolean {
  const post = there.posts.get(postId);
  return post !== undefined && teller.isAway(post);
}

function why(teller: Teller, { plan, decided, likened }: Planned): ExplainView['why'] {
  const rows = [decided.row, ...(likened ? [{ id: 'likened', ...likened }] : []), ...decided.raisedBy];
  const told = rows.map(({ id, article, sentence }) => ({ ruleId: id, article, sentence: teller.say(sentence) }));
  const steps = [...plan.slots, ...plan.inform].flatMap(({ ruleId, duty, article, sentence }) =>
    ruleId === null || duty === 'DECISION' ? [] : [{ ruleId, article, sentence: teller.say(sentence) }],
  );
  const notes = [...decided.because, ...plan.skipped.map(({ sentence }) => sentence)];
  const byArticle = new Map([...told, ...steps].map((one) => [one.ruleId, one]));
  return [...byArticle.values(), ...notes.map((one) => ({ ruleId: '', article: '', sentence: teller.say(one) }))];
}

function retentionOf({ pack, matter }: Planned['situation'], locale: Locale): ExplainView['retention'] {
  const row = pack.classifications.find(({ code }) => code === matter.classification);
  if (!row) return null;
  const { code, major, middle, minor, retentionYears: years, article } = row;
  const { endAction, permanent = false } = row;
  const path = `${major} / ${middle} / ${minor}`;
  return { code, path, years, article, permanent, endAction, sentence: ruleText(row, locale) };
}

function empty(
  pack: Pack,
  { locale, there, matter, analogousTo, texts }: ExplainQuestion,
  failed: RouteProblem | null,
): ExplainView {
  const named = pack.matters.get(analogousTo ?? matter) ?? pack.matters.get(matter);
  const sentence = failed ? fill(texts[failed.problem]?.[locale] ?? failed.problem, failed.params) : '';
  return {
    day: there.day,
    regulationVersion: pack.version,
    regulation: pack.file.title[locale],
    matter: {
      code: matter,
      name: named?.name[locale] ?? matter,
      group: named ? groupName(pack, named.group)[locale] : '',
      minor: named?.minor ?? false,
    },
    problem: failed && { code: failed.problem, sentence, whoCanResolve: failed.whoCanResolve },
    decider: null,
    decisionClass: null,
    delegated: false,
    route: [],
    readers: [],
    struck: [],
    standIns: [],
    retention: null,
    reminders: [],
    numbering: null,
    why: [],
  };
}

/** Computes the route and says everything about it: who decides, who is consulted, who may act today, and why. */
export function explain(pack: Pack, question: ExplainQuestion): ExplainView {
  const planned = planWith(pack, question);
  if (!planned.ok) return empty(pack, question, planned);
  const { plan, decided, situation } = planned;
  const teller = new Teller(situation, question);
  const step = pack.file.ladder.find((one) => one.class === plan.basis.decisionClass);
  return {
    ...empty(pack, question, null),
    decider: teller.post(decided.decider.post),
    decisionClass: step ? { code: step.class, name: teller.say(step.name) } : null,
    delegated: plan.basis.delegated ?? false,
    route: plan.slots.map((slot) => ({ ...teller.slot(slot), passOver: passOverOf(pack, question, { teller, slot }) })),
    readers: plan.inform.map((slot) => teller.slot(slot)),
    struck: decided.above.map(({ post }) => teller.post(post)),
    standIns: standInsOf(pack, question, { teller, planned }),
    retention: retentionOf(situation, question.locale),
    reminders: plan.reminders.map(({ afterWorkingDays, to }) => ({ afterWorkingDays, to })),
    numbering: plan.numbering,
    why: why(teller, planned),
  };
}
