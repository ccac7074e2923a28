import { type Actor, personOf } from '../../directory/index.ts';
import { onlyOnce, type Tx } from '../../platform/index.ts';
import { type Caller, conflict, type Json } from '../../shared/index.ts';
import { factsOf } from '../history/store.ts';
import { APPLICATION, openApplication, take } from './acts.ts';
import { completeCases } from './completing.ts';
import type {
  AllApplicationsQuery,
  ApplicationPage,
  ApplicationView,
  GiveUpInput,
  JudgementView,
  TakeOutList,
} from './contract.ts';
import { type Correction, checkCorrection, correct } from './correcting.ts';
import { fileApplication } from './filing.ts';
import { settle } from './following.ts';
import { type CancelDay, cancelApproved, cancelDay, giveUpCases, ownOpened, withdraw } from './giving-up.ts';
import type { ApplicationKind } from './kind.ts';
import { judge, make, type Question } from './making.ts';
import { presentJudgement } from './present-judgement.ts';
import { isOver } from './rules.ts';
import { applicationsOfCases, lastApplication, readApplication } from './store.ts';
import { returnTakenOut } from './take-outs.ts';
import { openTakeOuts } from './take-outs-open.ts';
import { list, seenBy, type ViewParts } from './views.ts';

type Input = Readonly<Record<string, Json>>;

interface ReturnInput {
  readonly version: number;
  /** The day on which it was due. */
  readonly dueOn: string;
  readonly note: string;
}

export interface Applications {
  /** What would come of it, without making anything. */
  check<I extends Input>(caller: Caller, question: Question<I>): Promise<JudgementView>;
  /**
   * Makes it and puts it before the superiors. What the rules refuse is not made.
   * @throws not-allowed `telework.refused` with the judgement; bad-input `telework.overlaps`, `…asked_twice`, `…no_days`
   */
  make<I extends Input>(caller: Caller, question: Question<I>): Promise<ApplicationView>;
  /** Of one kind, or of all. */
  list(caller: Caller, query: AllApplicationsQuery): Promise<ApplicationPage>;
  /** @throws not-found `telework.application_not_found` */
  read(caller: Caller, applicationId: string): Promise<ApplicationView>;
  /** What the caller asked for last, in the words of its kind; null where nothing was asked. */
  last<I extends Input>(caller: Caller, kind: ApplicationKind<I>): Promise<I | null>;
  /** What would come of a correction, without making it. */
  checkCorrection<I extends Input>(caller: Caller, asked: Omit<Correction<I>, 'version'>): Promise<JudgementView>;
  /**
   * 差戻し後の訂正: asked for anew and put before the superiors again; those act anew for whom something is different.
   * @throws conflict `telework.application_not_sent_back`, `…_stale`; and what `make` throws
   */
  correct<I extends Input>(caller: Caller, asked: Correction<I>): Promise<ApplicationView>;
  /** Once more, where it could not be put before the superiors. */
  file(caller: Caller, asked: { applicationId: string; version: number }): Promise<ApplicationView>;
  /** @throws conflict `telework.application_decided`, `…_stale`; not-allowed `…_not_yours` */
  withdraw(caller: Caller, asked: { applicationId: string; input: GiveUpInput }): Promise<ApplicationView>;
  /** @throws bad-input `telework.day_over`, `telework.day_not_standing` */
  cancelDay(caller: Caller, asked: CancelDay): Promise<ApplicationView>;
  /** 取消し of what is about no days, once it is approved. */
  cancel(caller: Caller, asked: { applicationId: string; input: GiveUpInput }): Promise<ApplicationView>;
  /** 返却: what was taken out is back. */
  returnItems(caller: Caller, asked: { applicationId: string; input: ReturnInput }): Promise<ApplicationView>;
  /** What the caller took out, and what is out under a permit of their post. */
  takeOuts(caller: Caller): Promise<TakeOutList>;
  /** For jobs: goes on where somebody was broken off. */
  resume(municipalityId: string, applicationId: string): Promise<void>;
  /** For jobs: the applications of these cases move to where the cases stand. */
  followCases(municipalityId: string, caseIds: readonly string[]): Promise<void>;
  /** For jobs: cases of what was given up or refused are given up too, and decided ones with which nothing is left to do completed. */
  tidy(municipalityId: string, applicationId: string): Promise<void>;
}

type Parts = ViewParts & {
  show(tx: Tx, actor: Actor, caller: Caller, applicationId: string): Promise<ApplicationView>;
};

function read(parts: ViewParts, caller: Caller, applicationId: string): Promise<ApplicationView> {
  return parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    return seenBy(parts, { tx, actor, locale: caller.locale }, applicationId);
  });
}

const check = <I extends Input>(parts: ViewParts, caller: Caller, question: Question<I>): Promise<JudgementView> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const { judged } = await judge(parts, tx, { actor, question });
    return presentJudgement(judged, caller.locale);
  });

async function file(parts: Parts, caller: Caller, asked: { applicationId: string; version: number }) {
  const { applicationId, version } = asked;
  const { municipalityId } = caller;
  const state = await parts.db.inMunicipality(municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const view = await parts.show(tx, actor, caller, applicationId);
    // Pressed again after it went through: what there is, is shown.
    if (view.state !== 'FILING' && view.applicant.staffId === actor.staffId) return view.state;
    const { application } = await ownOpened(parts, { tx, actor, caller, applicationId, version });
    return application.state;
  });
  if (state === 'FILING') await fileApplication(parts, { municipalityId, applicationId });
  return read(parts, caller, applicationId);
}

async function returnItems(
  parts: Parts,
  caller: Caller,
  { applicationId, input }: { applicationId: string; input: ReturnInput },
): Promise<ApplicationView> {
  await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const request = { use: 'telework.return-items', applicationId, ...input };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(tx, call, async () => {
      const opened = await ownOpened(parts, { tx, actor, caller, applicationId, version: input.version });
      const { state, judged } = opened.application;
      const returned = await returnTakenOut(tx, { applicationId, dueOn: input.dueOn, at: parts.clock.now() });
      if (judged.takeOut === null || returned === 0) throw conflict('telework.nothing_to_return');
      const fact = { items: [...judged.takeOut.items], dueOn: input.dueOn, note: input.note };
      await take(parts, tx, {
        opened,
        step: { act: 'RETURNED', state, actor: personOf(actor), via: caller.via, fact },
      });
      return { done: true };
    });
  });
  parts.wake();
  return read(parts, caller, applicationId);
}

async function followCases(parts: Parts, municipalityId: string, caseIds: readonly string[]): Promise<void> {
  const ids = await parts.db.singly(municipalityId, (tx) => applicationsOfCases(tx, caseIds));
  for (const id of ids)
    await parts.db.inMunicipality(municipalityId, async (tx) => {
      const opened = await openApplication(tx, id);
      if (opened) await settle(parts, tx, opened);
    });
  if (ids.length > 0) parts.wake();
  for (const id of ids) await tidy(parts, municipalityId, id);
}

async function tidy(parts: Parts, municipalityId: string, applicationId: string): Promise<void> {
  const [application, facts] = await parts.db.singly(municipalityId, async (tx) => [
    await readApplication(tx, applicationId),
    await factsOf(tx, { kind: APPLICATION, id: applicationId }),
  ]);
  if (!application) return;
  const { caller, cases, judged } = application;
  const left = facts.flatMap(({ fact }) => (Array.isArray(fact.left) ? fact.left.map(String) : []));
  const own = isOver(application) ? cases.map(({ caseId }) => caseId) : [];
  await giveUpCases(parts, municipalityId, { caller, caseIds: [...left, ...own], reason: judged.title });
  await completeCases(parts, municipalityId, { application, left });
}

export function createApplications(options: ViewParts): Applications {
  const parts: Parts = {
    ...options,
    show: (tx, actor, { locale }, applicationId) => seenBy(options, { tx, actor, locale }, applicationId),
  };
  const { db, directory } = parts;
  return {
    check: (caller, question) => check(parts, caller, question),
    async make(caller, question) {
      const applicationId = await make(parts, caller, question);
      await fileApplication(parts, { municipalityId: caller.municipalityId, applicationId });
      return read(parts, caller, applicationId);
    },
    list: (caller, query) => list(parts, caller, query),
    read: (caller, applicationId) => read(parts, caller, applicationId),
    last: (caller, { kind, input }) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const { staffId } = await directory.actorOf(tx, caller);
        const read = input.safeParse((await lastApplication(tx, { staffId, kind }))?.input);
        return read.success ? read.data : null;
      }),
    checkCorrection: (caller, asked) => checkCorrection(parts, caller, asked),
    async correct(caller, asked) {
      await correct(parts, caller, asked);
      const { municipalityId } = caller;
      await fileApplication(parts, { municipalityId, applicationId: asked.applicationId });
      await tidy(parts, municipalityId, asked.applicationId);
      return read(parts, caller, asked.applicationId);
    },
    file: (caller, asked) => file(parts, caller, asked),
    async withdraw(caller, asked) {
      await withdraw(parts, caller, asked);
      await tidy(parts, caller.municipalityId, asked.applicationId);
      return read(parts, caller, asked.applicationId);
    },
    async cancelDay(caller, asked) {
      await cancelDay(parts, caller, asked);
      return read(parts, caller, asked.applicationId);
    },
    async cancel(caller, asked) {
      await cancelApproved(parts, caller, asked);
      return read(parts, caller, asked.applicationId);
    },
    returnItems: (caller, asked) => returnItems(parts, caller, asked),
    takeOuts: (caller) => openTakeOuts(parts, caller),
    resume: (municipalityId, applicationId) => fileApplication(parts, { municipalityId, applicationId }),
    followCases: (municipalityId, caseIds) => followCases(parts, municipalityId, caseIds),
    tidy: (municipalityId, applicationId) => tidy(parts, municipalityId, applicationId),
  };
}
