import { z } from 'zod';

import { newId, type Subscriber, type Task, type Tx } from '../../platform/index.ts';
import {
  addDays,
  type Caller,
  type Json,
  KaigiError,
  type LocalDate,
  localDateOf,
  wareki,
} from '../../shared/index.ts';
import { formOf } from '../applications/form.ts';
import type { Paper } from '../applications/kind.ts';
import { type KeptApplication, readApplication } from '../applications/store.ts';
import { addFact, factsOf, TELEWORK_CHANGED } from '../history/store.ts';
import { matterFor, subjectOf } from '../matters/matter-for.ts';
import type { RoomParts } from '../room.ts';
import { type TripRequestInput, TripRequestInputSchema } from './contract.ts';
import type { ReportParts } from './report.ts';
import { reportOf, TRIP_REPORT, tripsToReport } from './report-store.ts';

export const TRIP_REPORT_SUBJECT = 'telework/trip-report';

const ASK = 'telework/ask-trip-reports';
const FOLLOW = 'telework/follow-trip-report';
const Changed = z.object({ municipalityId: z.uuid(), id: z.uuid(), seq: z.number().int(), act: z.string() });
// Whoever comes home before a long row of days off is asked all the same.
const ASKED_BACK_DAYS = 14;

type JobParts = ReportParts & Pick<RoomParts, 'notifications'>;

interface Adding {
  readonly id: string;
  readonly act: 'ASKED' | 'FILED' | 'NOT_FILED';
  readonly fact: Readonly<Record<string, Json>>;
  readonly application: Pick<KeptApplication, 'staffId' | 'applicant'>;
}

async function add({ clock }: JobParts, tx: Tx, { id, act, fact, application }: Adding): Promise<void> {
  const subject = { kind: TRIP_REPORT, id };
  const seq = (await factsOf(tx, subject)).length + 1;
  const { staffId, applicant: actor } = application;
  await addFact(tx, { subject, seq, at: clock.now(), act, staffId, actor, fact, via: 'rules', leafId: newId(clock) });
}

/** On the morning after: whoever was away is asked for the report, once. */
async function askIn(parts: JobParts, municipalityId: string): Promise<void> {
  const today = localDateOf(parts.clock.now());
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const span = { from: addDays(today, -ASKED_BACK_DAYS), before: today };
    for (const { applicationId } of await tripsToReport(tx, span)) {
      const application = await readApplication(tx, applicationId);
      if (application) await add(parts, tx, { id: applicationId, act: 'ASKED', fact: {}, application });
    }
  });
}

function paperOf(
  application: KeptApplication,
  input: TripRequestInput,
  said: { text: string; matter: Paper['matter'] },
): Paper {
  const { unitName, postTitle, name } = application.applicant;
  const from = wareki(input.from.date as LocalDate);
  const to = wareki(input.to.date as LocalDate);
  return {
    procedure: 'REPORT',
    name: { ja: '復命書', en: 'Report on a trip' },
    ...{ matter: said.matter, title: `復命（${input.destination}、${from}）`, adds: [], confidentiality: 'C2' },
    proposalText: '次のとおり用務を終えたので、復命します。',
    rows: [
      ['所属', unitName],
      ['職・氏名', `${postTitle}　${name}`],
      ['用務先', input.destination],
      ['用務', input.purpose],
      ['期間', from === to ? from : `${from}から${to}まで`],
      ['復命事項', said.text],
    ],
  };
}

/** Drafts and submits the case of the report in the name of the person; broken off, it goes on with the same case. */
async function putBefore(
  parts: JobParts,
  municipalityId: string,
  { application, text, version }: Filing,
): Promise<string> {
  const { db, directory, regulations, approvals, clock } = parts;
  const input = TripRequestInputSchema.parse(application.input);
  const today = localDateOf(clock.now());
  const { matter, classificationCode } = await db.inMunicipality(municipalityId, async (tx) => {
    await regulations.ready(tx);
    const actor = await directory.actorById(tx, application.staffId);
    const pack = regulations.packOf(municipalityId, today);
    const known = actor ? subjectOf(actor) : {};
    const asked = matterFor(pack, ['TRIP_REPORT'], known);
    const [first] = pack.classifications;
    return { matter: asked, classificationCode: pack.matters.get(asked.code)?.classification ?? first?.code ?? '' };
  });
  const paper = paperOf(application, input, { text, matter });
  const caller: Caller = {
    ...application.caller,
    municipalityId,
    idempotencyKey: `trip-report-${application.applicationId}-${version}`,
  };
  const { title, proposalText, confidentiality } = paper;
  const view = await approvals.draft(
    caller,
    {
      ...{ title: Array.from(title).slice(0, 200).join(''), proposalText, confidentiality, classificationCode },
      matter: { ...matter, facts: { ...matter.facts }, escalations: [], raiseTo: null, analogousTo: null },
      issuance: { method: 'NONE', on: null },
      externalId: `telework/trip-report/${application.applicationId}/${version}`,
    },
    formOf(paper),
  );
  if (view.status === 'DRAFT') await approvals.submit({ ...caller, idempotencyKey: null }, view.id, view.version);
  return view.id;
}

interface Filing {
  readonly application: KeptApplication;
  readonly text: string;
  readonly version: number;
}

async function file(parts: JobParts, { municipalityId, id, seq }: z.infer<typeof Changed>): Promise<void> {
  const found = await parts.db.singly(municipalityId, async (tx) => ({
    application: await readApplication(tx, id),
    report: reportOf(await factsOf(tx, { kind: TRIP_REPORT, id })),
  }));
  const { application, report } = found;
  if (!application || report.text === null || report.caseId !== null || report.version !== seq) return;
  const noted = (act: Adding['act'], fact: Adding['fact']) =>
    parts.db.inMunicipality(municipalityId, (tx) => add(parts, tx, { id, act, fact, application }));
  try {
    const caseId = await putBefore(parts, municipalityId, { application, text: report.text, version: seq });
    await noted('FILED', { caseId });
  } catch (error) {
    if (!(error instanceof KaigiError)) throw error;
    await noted('NOT_FILED', { code: error.code, params: { ...error.params } });
  }
  parts.wake();
}

/** 復命 is asked for, put before the superiors, and shown as it is. */
export function tripReportJobs(parts: JobParts): {
  tasks: Record<string, Task>;
  cron: Record<string, string>;
  subscriber: Subscriber;
} {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === TELEWORK_CHANGED && payload.kind === TRIP_REPORT
          ? [{ task: FOLLOW, payload: { municipalityId, id: payload.id, seq: payload.seq, act: payload.act } }]
          : [],
      ),
    tasks: {
      async [ASK]() {
        for (const id of await parts.directory.municipalities()) await askIn(parts, id);
        parts.wake();
      },
      async [FOLLOW](payload) {
        const changed = Changed.parse(payload);
        const { municipalityId, id, seq, act } = changed;
        if (act === 'WRITTEN') await file(parts, changed);
        const application = await parts.db.singly(municipalityId, (tx) => readApplication(tx, id));
        if (!application) return;
        const fresh = act === 'ASKED' || act === 'NOT_FILED' ? [application.staffId] : [];
        await parts.notifications.show(municipalityId, [
          { subject: `${TRIP_REPORT_SUBJECT}/${id}`, version: seq, fresh },
        ]);
      },
    },
    // 23:40 UTC is twenty to nine in Japan.
    cron: { [ASK]: '40 23 * * * ?fill=8h' },
  };
}
