import type { CaseState } from '../../approvals/index.ts';
import { type Json, type Locale, localDateOf, say, type Texts } from '../../shared/index.ts';
import { type DayItem, isStanding } from '../days/day.ts';
import type { TeleworkFact } from '../history/fact.ts';
import { clock } from '../working-time/span.ts';
import type { ApplicationAct, ApplicationDayView, ApplicationView } from './contract.ts';
import { presentJudgement } from './present-judgement.ts';
import { type Application, isOver, isUnderWay } from './rules.ts';
import type { TakeOut } from './take-outs.ts';

export interface Looking {
  readonly staffId: string;
  readonly now: Date;
  readonly locale: Locale;
  readonly texts: Texts;
}

/** An application with everything around it. */
export interface Known {
  readonly application: Application;
  readonly days: readonly DayItem[];
  readonly facts: readonly TeleworkFact[];
  /** What was taken out for its standing days. */
  readonly takeOuts: readonly TakeOut[];
  /** Of its cases. */
  readonly states: ReadonlyMap<string, CaseState>;
}

interface Note {
  readonly itemIds: readonly string[];
  readonly ja: string;
  readonly en: string;
}

const notesIn = (facts: readonly TeleworkFact[]): Note[] =>
  facts.flatMap(({ act, fact }) =>
    act === 'APPROVED' && Array.isArray(fact.notes) ? (fact.notes as unknown as Note[]) : [],
  );

/** As somebody wrote it, or the sentence of what the rules found. */
function reasonOf({ act, fact }: TeleworkFact, { locale, texts }: Pick<Looking, 'locale' | 'texts'>): string | null {
  if (typeof fact.reason === 'string') return fact.reason;
  return act === 'REFUSED' && typeof fact.code === 'string' ? (say(texts, fact.code, locale) ?? fact.code) : null;
}

function dayView(day: DayItem, { application, facts }: Known, looking: Looking): ApplicationDayView {
  const { staffId, now, locale } = looking;
  const { itemId, date, kind, state, span, detail } = day;
  const cancelled = facts.find(({ act, fact }) => act === 'DAY_CANCELLED' && fact.itemId === itemId);
  return {
    ...{ itemId, date, kind, state, from: span && clock(span.from), to: span && clock(span.to), detail: plain(detail) },
    notes: notesIn(facts)
      .filter((note) => note.itemIds.includes(itemId))
      .map((note) => note[locale]),
    reason: cancelled ? reasonOf(cancelled, looking) : null,
    mayCancel: isStanding(day) && application.staffId === staffId && !isOver(application) && date >= localDateOf(now),
  };
}

function mayOf({ application, takeOuts }: Known, { staffId }: Looking): ApplicationView['may'] {
  const own = application.staffId === staffId;
  return {
    file: own && application.state === 'FILING',
    withdraw: own && isUnderWay(application),
    change: own && !isOver(application),
    correct: own && application.state === 'SENT_BACK',
    cancel: own && application.state === 'APPROVED' && application.judged.days.length === 0,
    returnItems: own && takeOuts.some(({ returnedAt }) => returnedAt === null),
  };
}

function takeOutOf({ application, takeOuts }: Known): ApplicationView['takeOut'] {
  const { takeOut } = application.judged;
  const dues = [...Map.groupBy(takeOuts, ({ dueOn }) => dueOn)].map(([dueOn, some]) => {
    const open = some.some(({ returnedAt }) => returnedAt === null);
    return { dueOn, returnedAt: open ? null : (some[0]?.returnedAt?.toISOString() ?? null) };
  });
  return takeOut && { items: [...takeOut.items], dues };
}

const plain = (value: Readonly<Record<string, Json>>): ApplicationView['input'] => value as ApplicationView['input'];

export function presentApplication(known: Known, looking: Looking): ApplicationView {
  const { application, days, facts, states } = known;
  const { applicationId: id, kind, version, state, applicant, judged, problem, input } = application;
  const { locale, texts } = looking;
  // In whose place others were asked for in a correction.
  const gone = new Set(facts.flatMap(({ fact }) => (Array.isArray(fact.gone) ? fact.gone.map(String) : [])));
  const filed = new Map(application.cases.map(({ procedure, caseId }) => [procedure, caseId]));
  return {
    ...{ id, kind, version, state, applicant, madeAt: application.madeAt.toISOString(), title: judged.title },
    days: days.filter(({ itemId }) => !gone.has(itemId)).map((day) => dayView(day, known, looking)),
    judgement: presentJudgement(judged, locale),
    input: plain(input),
    cases: judged.papers.map(({ procedure, name }) => {
      const caseId = filed.get(procedure) ?? null;
      return { procedure, name: name[locale], caseId, status: states.get(caseId ?? '')?.status ?? null };
    }),
    problem: problem && (say(texts, problem.code, locale, problem.params) ?? problem.code),
    replaces: application.replaces?.applicationId ?? null,
    may: mayOf(known, looking),
    takeOut: takeOutOf(known),
    history: facts.map((fact) => ({
      ...{ seq: fact.seq, at: fact.at.toISOString(), act: fact.act as ApplicationAct, actor: fact.actor },
      reason: reasonOf(fact, looking),
    })),
  };
}
