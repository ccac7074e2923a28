import { type CaseState, caseStates } from '../../approvals/index.ts';
import { type Actor, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import { asJson, badInput, type Caller, canonicalJson, conflict, type Json, localDateOf } from '../../shared/index.ts';
import { askedAs } from '../days/day.ts';
import { saveDays } from '../days/store.ts';
import { type Opened, take } from './acts.ts';
import { refuseClosedMonths } from './closed.ts';
import type { JudgementView } from './contract.ts';
import { ownOpened, type Seen, type Showing } from './giving-up.ts';
import type { Judged, Paper } from './kind.ts';
import { madeFact } from './made-fact.ts';
import { classified, itemOf, judge, type Question, refusal } from './making.ts';
import type { MachineParts } from './parts.ts';
import { presentJudgement } from './present-judgement.ts';
import { type Application, isBackCase } from './rules.ts';
import { correctApplication, type KeptApplication, leaveCases } from './store.ts';

type Input = Readonly<Record<string, Json>>;
type Parts = MachineParts & Showing;

/** What somebody puts in the place of what they had asked for. */
export interface Correction<I extends Input> {
  readonly applicationId: string;
  readonly version: number;
  readonly question: Question<I>;
}

/** The days that are asked for make room, so that the same ones may be asked for again. */
async function makeRoom({ clock, kinds }: MachineParts, tx: Tx, { application, days }: Opened): Promise<Opened> {
  const changed = askedAs(days, 'CANCELLED');
  await saveDays(tx, changed);
  const now = days.map((one) => changed.find(({ itemId }) => itemId === one.itemId) ?? one);
  const moved = { tx, act: 'CORRECTED', at: clock.now(), application, days: now, changed } as const;
  await kinds.get(application.kind)?.follow?.(moved);
  return { application, days: now };
}

/** What was asked for in time stays so: only where a new day is named does the day of the correction count. */
async function judgeAgain<I extends Input>(
  parts: MachineParts,
  tx: Tx,
  { actor, question, application }: { actor: Actor; question: Question<I>; application: Application },
) {
  const known = new Set(application.judged.days.map(({ date }) => date));
  const asOf = localDateOf(application.madeAt);
  const then = await judge(parts, tx, { actor, question, asOf });
  const named = then.judged.days.map(({ date }) => date);
  return named.every((date) => known.has(date)) ? then : judge(parts, tx, { actor, question });
}

const sameAs = (paper: Paper): string => {
  const { edition: _, revises: __, ...rest } = paper;
  return canonicalJson(asJson(rest));
};

interface Plan {
  readonly papers: readonly Paper[];
  /** Cases that decide the application no more. */
  readonly left: readonly string[];
}

/**
 * Which case each paper goes on with: the one that was sent back is corrected, one that says the same stays as it is, and
 * in the place of any other a new one is drafted.
 */
function planFor(papers: readonly Paper[], application: Application, states: readonly CaseState[]): Plan {
  const linked = application.cases.map(({ procedure, caseId }) => ({
    procedure,
    state: states.find((one) => one.caseId === caseId),
    paper: application.judged.papers.find((one) => one.procedure === procedure),
  }));
  const planned = papers.map((paper) => {
    const { state, paper: before } = linked.find(({ procedure }) => procedure === paper.procedure) ?? {};
    const edition = before?.edition === undefined ? {} : { edition: before.edition };
    if (!state || !before) return { paper };
    if (isBackCase(state)) return { paper: { ...paper, ...edition, revises: state.revision }, keeps: state.caseId };
    if (sameAs(before) === sameAs(paper)) return { paper: { ...paper, ...edition }, keeps: state.caseId };
    return { paper: { ...paper, edition: application.version + 1 } };
  });
  const kept = new Set(planned.flatMap(({ keeps }) => keeps ?? []));
  return {
    papers: planned.map(({ paper }) => paper),
    left: application.cases.map(({ caseId }) => caseId).filter((caseId) => !kept.has(caseId)),
  };
}

interface Judging<I extends Input> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly opened: Opened;
  readonly question: Question<I>;
}

async function judgedAnew<I extends Input>(parts: Parts, { tx, actor, opened, question }: Judging<I>) {
  const { application } = opened;
  const room = await makeRoom(parts, tx, opened);
  const { judged } = await judgeAgain(parts, tx, { actor, question, application });
  return { room, judged };
}

async function written<I extends Input>(
  parts: Parts,
  { tx, actor, opened, question }: Judging<I>,
  { judged, room, caller }: { judged: Judged; room: Opened; caller: Caller },
): Promise<void> {
  const { clock } = parts;
  const before = opened.application as KeptApplication;
  const states = await caseStates(
    tx,
    before.cases.map(({ caseId }) => caseId),
  );
  const { papers, left } = planFor(judged.papers, before, states);
  const application: KeptApplication = { ...before, input: question.input, judged: { ...judged, papers } };
  const days = judged.days.map((day) => itemOf(application, newId(clock), day));
  const gone = room.days.filter((one, at) => one.state !== opened.days[at]?.state).map(({ itemId }) => itemId);
  await correctApplication(tx, application);
  await leaveCases(tx, application.applicationId, left);
  const fact = { ...madeFact(question, application, days), gone, left: [...left] };
  const all = { application, days: [...room.days, ...days] };
  const step = { act: 'CORRECTED', state: 'FILING', actor: personOf(actor), via: caller.via } as const;
  await take(parts, tx, { opened: all, step: { ...step, fact, changed: days } });
}

/** @throws conflict `telework.application_not_sent_back`; bad-input where it is to replace other days than before */
async function sentBack<I extends Input>(parts: Parts, seen: Seen, { kind, input }: Question<I>): Promise<Opened> {
  const opened = await ownOpened(parts, seen);
  const { state, replaces, kind: made } = opened.application;
  if (state !== 'SENT_BACK' || made !== kind.kind) throw conflict('telework.application_not_sent_back');
  const now = kind.replaces?.(input) ?? null;
  if (now?.applicationId !== replaces?.applicationId) throw badInput('telework.nothing_to_replace');
  return opened;
}

async function correctOnce<I extends Input>(parts: Parts, seen: Seen, question: Question<I>): Promise<{ done: true }> {
  const { tx, actor, caller } = seen;
  const opened = await sentBack(parts, seen, question);
  const judging = { tx, actor, opened, question };
  const { room, judged: found } = await judgedAnew(parts, judging);
  if (found.answer === 'REFUSED') throw refusal(found, caller.locale);
  const dates = found.days.map(({ date }) => date);
  await refuseClosedMonths(tx, actor.staffId, { dates, today: localDateOf(parts.clock.now()) });
  const judged = await classified(parts, tx, found);
  await written(parts, judging, { judged, room, caller });
  return { done: true };
}

/** 差戻し後の訂正: what was sent back is asked for anew, in the same application. Pressed twice it is done once. */
export async function correct<I extends Input>(
  parts: Parts,
  caller: Caller,
  { applicationId, version, question }: Correction<I>,
): Promise<void> {
  await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const request = { use: 'telework.correct', applicationId, version, input: question.input };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(tx, call, () => correctOnce(parts, { tx, actor, caller, applicationId, version }, question));
  });
  parts.wake();
}

/** Undoes a transaction and carries out what was found in it. */
class Found extends Error {
  readonly judgement: JudgementView;
  constructor(judgement: JudgementView) {
    super('looked at only');
    this.judgement = judgement;
  }
}

/** What would come of the correction: everything is done as it would be, and undone. */
export async function checkCorrection<I extends Input>(
  parts: Parts,
  caller: Caller,
  { applicationId, question }: Omit<Correction<I>, 'version'>,
): Promise<JudgementView> {
  try {
    return await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
      const actor = await parts.directory.actorOf(tx, caller);
      const { version } = await parts.show(tx, actor, caller, applicationId);
      const opened = await sentBack(parts, { tx, actor, caller, applicationId, version }, question);
      const { judged } = await judgedAnew(parts, { tx, actor, opened, question });
      throw new Found(presentJudgement(judged, caller.locale));
    });
  } catch (error) {
    if (error instanceof Found) return error.judgement;
    throw error;
  }
}
