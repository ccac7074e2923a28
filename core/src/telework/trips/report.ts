import { type Actor, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, conflict, type Locale, notAllowed, notFound, say } from '../../shared/index.ts';
import { openApplication } from '../applications/acts.ts';
import type { KeptApplication } from '../applications/store.ts';
import { readApplication } from '../applications/store.ts';
import { daysOf } from '../days/store.ts';
import { addFact, factsOf } from '../history/store.ts';
import { mayLookAt } from '../people/people.ts';
import type { RoomParts } from '../room.ts';
import { DAY, instantOf } from '../working-time/span.ts';
import { type TripReportInput, type TripReportView, TripRequestInputSchema } from './contract.ts';
import { reportOf, TRIP_REPORT } from './report-store.ts';

export type ReportParts = Pick<
  RoomParts,
  'db' | 'clock' | 'directory' | 'regulations' | 'approvals' | 'texts' | 'wake'
>;

export interface TripReports {
  /** @throws not-found `telework.application_not_found` */
  read(caller: Caller, applicationId: string): Promise<TripReportView>;
  /**
   * 復命. Written again it is a new one, until its case is decided.
   * @throws not-allowed `telework.trip_report_not_yours`; bad-input `telework.trip_not_over`; conflict `telework.trip_report_stale`
   */
  write(caller: Caller, applicationId: string, input: TripReportInput): Promise<TripReportView>;
  viewFor(tx: Tx, actor: Actor, asked: { applicationId: string; locale: Locale }): Promise<TripReportView | null>;
}

/** Whether the last day that stands is over; never for a trip of which none stands. */
async function isOver({ clock }: ReportParts, tx: Tx, { applicationId }: KeptApplication): Promise<boolean> {
  const days = (await daysOf(tx, [applicationId])).filter(({ state }) => state === 'APPROVED');
  const last = days.at(-1);
  return last !== undefined && instantOf(last.date, last.span?.to ?? DAY) <= clock.now();
}

async function viewFor(
  parts: ReportParts,
  { tx, actor }: { tx: Tx; actor: Actor },
  { applicationId, locale }: { applicationId: string; locale: Locale },
): Promise<TripReportView | null> {
  const application = await readApplication(tx, applicationId);
  const there = await parts.directory.organisation(tx);
  if (application?.kind !== 'TRIP' || !mayLookAt(there, actor, application.staffId)) return null;
  const { version, text, writtenAt, caseId, problem } = reportOf(
    await factsOf(tx, { kind: TRIP_REPORT, id: applicationId }),
  );
  const over = await isOver(parts, tx, application);
  const read = TripRequestInputSchema.safeParse(application.input);
  return {
    ...{ applicationId, version, person: application.applicant, caseId, text: text ?? '' },
    destination: read.success ? read.data.destination : application.judged.title,
    state: writtenAt ? 'REPORTED' : over ? 'WAITS' : 'NOT_YET',
    reportedAt: writtenAt?.toISOString() ?? null,
    problem: problem && (say(parts.texts, problem.code, locale, problem.params) ?? problem.code),
    may: { report: over && actor.staffId === application.staffId && caseId === null },
  };
}

async function seen(
  parts: ReportParts,
  look: { tx: Tx; actor: Actor },
  asked: { applicationId: string; locale: Locale },
) {
  const view = await viewFor(parts, look, asked);
  if (!view) throw notFound('telework.application_not_found');
  return view;
}

interface Writing {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly applicationId: string;
  readonly input: TripReportInput;
}

async function writeOnce(
  parts: ReportParts,
  { tx, actor, caller, applicationId, input }: Writing,
): Promise<{ done: true }> {
  const { locale, via } = caller;
  const view = await seen(parts, { tx, actor }, { applicationId, locale });
  const opened = await openApplication(tx, applicationId);
  if (opened?.application.staffId !== actor.staffId) throw notAllowed('telework.trip_report_not_yours');
  if (view.state === 'NOT_YET') throw badInput('telework.trip_not_over');
  if (view.version !== input.version || view.caseId !== null) throw conflict('telework.trip_report_stale', {}, view);
  const added = await addFact(tx, {
    ...{
      subject: { kind: TRIP_REPORT, id: applicationId },
      seq: view.version + 1,
      at: parts.clock.now(),
      act: 'WRITTEN',
    },
    ...{ staffId: actor.staffId, actor: personOf(actor), via, leafId: newId(parts.clock), fact: { text: input.text } },
  });
  if (!added) throw conflict('telework.trip_report_stale', {}, view);
  return { done: true };
}

export function createTripReports(parts: ReportParts): TripReports {
  const { db, directory } = parts;
  const read = (caller: Caller, applicationId: string) =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const actor = await directory.actorOf(tx, caller);
      return seen(parts, { tx, actor }, { applicationId, locale: caller.locale });
    });
  return {
    read,
    viewFor: (tx, actor, asked) => viewFor(parts, { tx, actor }, asked),
    async write(caller, applicationId, input) {
      await db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        const request = { use: 'telework.trip-report', applicationId, ...input };
        const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
        return onlyOnce(tx, call, () => writeOnce(parts, { tx, actor, caller, applicationId, input }));
      });
      parts.wake();
      return read(caller, applicationId);
    },
  };
}
