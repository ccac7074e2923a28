import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  KaigiError,
  type LocalDate,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { mayActAsBoss, mayLookAt } from '../people/people.ts';
import { isClosed } from '../sheets/is-closed.ts';
import type {
  DayReportView,
  MakeReportInput,
  ReportCommentInput,
  ReportList,
  ReportListItem,
  ReportListQuery,
} from './contract.ts';
import { presentDay, titlesFor } from './day-view.ts';
import { listReports } from './list.ts';
import { inside, type Open, type ReportsParts } from './open.ts';
import { isStale, NO_REPORT, refusesDay } from './rules.ts';
import * as store from './store.ts';

export interface Reports {
  /**
   * 予定 or 実績 of one's own day; once more is a correction.
   * @throws conflict `telework.report_stale`, `…_month_closed`; bad-input `…_not_yet`, `…_case_unknown`
   */
  make(caller: Caller, date: LocalDate, input: MakeReportInput): Promise<DayReportView>;
  /** @throws not-found `telework.report_not_found` */
  read(caller: Caller, date: LocalDate, staffId?: string): Promise<DayReportView>;
  /** @throws not-found `telework.report_not_found` */
  readById(caller: Caller, reportId: string): Promise<DayReportView>;
  list(caller: Caller, query: ReportListQuery): Promise<ReportList>;
  /** @throws not-allowed `telework.report_not_their_boss`; conflict `telework.report_stale` */
  comment(caller: Caller, reportId: string, input: ReportCommentInput): Promise<ReportListItem>;
}

/** Nobody links what they may not see. */
async function checkCases({ approvals }: ReportsParts, caller: Caller, caseIds: readonly string[]): Promise<void> {
  for (const caseId of caseIds) {
    await approvals.read(caller, caseId).catch((error: unknown) => {
      if (error instanceof KaigiError) throw badInput('telework.report_case_unknown');
      throw error;
    });
  }
}

/** As it looks to this person; the cases that it names are asked for when the transaction is over. */
async function shown(
  parts: ReportsParts,
  caller: Caller,
  { date, staffId }: { readonly date: LocalDate; readonly staffId?: string | undefined },
): Promise<DayReportView> {
  const day = await inside(parts, caller, async (open) => {
    const whose = staffId ?? open.actor.staffId;
    const person = whose === open.actor.staffId ? open.actor : await parts.directory.actorById(open.tx, whose);
    if (!person || !mayLookAt(open.there, open.actor, whose)) throw notFound('telework.report_not_found');
    return presentDay(parts, open, { person, date, locale: caller.locale });
  });
  return day(await titlesFor(parts, caller, day.caseIds));
}

async function makeOnce(
  parts: ReportsParts,
  { tx, actor, today }: Open,
  { caller, date, input }: { caller: Caller; date: LocalDate; input: MakeReportInput },
): Promise<'stale' | 'done'> {
  const { clock } = parts;
  const { kind, text, tomorrow, caseIds } = input;
  const { staffId } = actor;
  const refused = refusesDay(kind, date, today);
  if (refused) throw badInput(refused);
  if (await isClosed(tx, staffId, date.slice(0, 7))) throw conflict('telework.report_month_closed');
  const reportId = await store.rowOfDay(tx, { reportId: newId(clock), staffId, date });
  const report = (await store.readReport(tx, reportId)) ?? { ...NO_REPORT, reportId, staffId, date };
  if (isStale(report, input.version)) return 'stale';
  const act = kind === 'PLAN' ? 'PLANNED' : 'RESULTED';
  const added = await addFact(tx, {
    ...{ subject: { kind: store.REPORT, id: reportId }, seq: report.version + 1, at: clock.now(), act, staffId },
    ...{ actor: personOf(actor), via: caller.via, leafId: newId(clock) },
    fact: { date, text, tomorrow: kind === 'RESULT' ? tomorrow : '', caseIds: [...new Set(caseIds)] },
  });
  if (!added) return 'stale';
  await store.markReported(tx, reportId, kind);
  return 'done';
}

async function make(
  parts: ReportsParts,
  caller: Caller,
  { date, input }: { date: LocalDate; input: MakeReportInput },
): Promise<DayReportView> {
  await checkCases(parts, caller, input.caseIds);
  const became = await inside(parts, caller, async (open) => {
    const request = { use: 'telework.report', date, ...input };
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(open.tx, call, () => makeOnce(parts, open, { caller, date, input }));
  });
  const view = await shown(parts, caller, { date });
  if (became === 'stale') throw conflict('telework.report_stale', {}, view);
  parts.wake();
  return view;
}

async function commentOnce(
  parts: ReportsParts,
  { tx, actor, there }: Open,
  { caller, reportId, input }: { caller: Caller; reportId: string; input: ReportCommentInput },
): Promise<'stale' | 'done'> {
  const report = await store.readReport(tx, reportId, { locked: true });
  if (!report || !mayLookAt(there, actor, report.staffId)) throw notFound('telework.report_not_found');
  if (!mayActAsBoss(there, actor, report.staffId)) throw notAllowed('telework.report_not_their_boss');
  if (isStale(report, input.version)) return 'stale';
  const { tone, text } = input;
  const said = report.comments.findLast(({ by }) => by.staffId === actor.staffId);
  // Of a double tap one is enough.
  const isRepeated = said?.tone === tone && said.text === text && said.at.getTime() >= lastSaid(report);
  if (isRepeated) return 'done';
  const added = await addFact(tx, {
    ...{ subject: { kind: store.REPORT, id: reportId }, seq: report.version + 1, at: parts.clock.now() },
    ...{ act: 'COMMENTED', staffId: report.staffId, actor: personOf(actor) },
    ...{ fact: { tone, text }, via: caller.via, leafId: newId(parts.clock) },
  });
  return added ? 'done' : 'stale';
}

const lastSaid = ({ plan, result }: store.KeptReport): number =>
  Math.max(plan?.at.getTime() ?? 0, result?.at.getTime() ?? 0);

async function comment(
  parts: ReportsParts,
  caller: Caller,
  { reportId, input }: { reportId: string; input: ReportCommentInput },
): Promise<ReportListItem> {
  const became = await inside(parts, caller, async (open) => {
    const request = { use: 'telework.comment-report', reportId, ...input };
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(open.tx, call, () => commentOnce(parts, open, { caller, reportId, input }));
  });
  parts.wake();
  const view = await readById(parts, caller, reportId);
  const { id, version, person, plan, result, comments, asked } = view;
  const item = { id, version, person, telework: asked.length > 0, plan, result, comments, asked };
  if (became === 'stale') throw conflict('telework.report_stale', {}, item);
  return item;
}

async function readById(parts: ReportsParts, caller: Caller, reportId: string): Promise<DayReportView> {
  const found = await parts.db.singly(caller.municipalityId, (tx) => store.readReport(tx, reportId));
  if (!found) throw notFound('telework.report_not_found');
  return shown(parts, caller, found);
}

export const createReports = (parts: ReportsParts): Reports => ({
  make: (caller, date, input) => make(parts, caller, { date, input }),
  read: (caller, date, staffId) => shown(parts, caller, { date, staffId }),
  readById: (caller, reportId) => readById(parts, caller, reportId),
  list: (caller, query) => listReports(parts, caller, query),
  comment: (caller, reportId, input) => comment(parts, caller, { reportId, input }),
});
