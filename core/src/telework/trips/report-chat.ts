import { z } from 'zod';
import type { ShownInChat } from '../../notifications/index.ts';
import { type Action, action, type ChatMessage, KaigiError, type Locale, say, typedLines } from '../../shared/index.ts';
import { cardOf, cut, type Element, execute, factSet, heading, note } from '../elements.ts';
import type { RoomParts } from '../room.ts';
import type { TripReportView } from './contract.ts';
import type { TripReports } from './report.ts';
import { TRIP_REPORT_SUBJECT } from './report-jobs.ts';
import { words } from './words.ts';

interface Context {
  readonly locale: Locale;
  readonly caseUrl: (caseId: string) => string;
  readonly said?: string | undefined;
}

/** The report as it is, and a field for it where it is still to be written. */
function reportMessage(view: TripReportView, { locale, caseUrl, said }: Context): ChatMessage {
  const { applicationId, version, destination, state, text, caseId, problem, may } = view;
  const title = words(locale, `report_${state}`, { destination });
  const field: Element = {
    ...{ type: 'Input.Text', id: 'text', label: words(locale, 'report_text'), isMultiline: true, isRequired: true },
    ...{ errorMessage: words(locale, 'report_text_missing'), maxLength: 4000, ...(text === '' ? {} : { value: text }) },
  };
  const send = execute('trip-report', words(locale, 'report_send'), { applicationId, version });
  const open: Element[] =
    caseId === null ? [] : [{ type: 'Action.OpenUrl', title: words(locale, 'report_open'), url: caseUrl(caseId) }];
  const body = [
    ...note(said ?? problem ?? undefined),
    heading(title),
    ...(may.report ? [field] : [factSet([[words(locale, 'report_text'), cut(text, 600)]])]),
  ];
  return { kind: 'card', card: cardOf(locale, body, [...(may.report ? [send] : []), ...open]), summary: title };
}

type ChatParts = Pick<RoomParts, 'db' | 'directory' | 'caseUrl' | 'texts'> & { readonly reports: TripReports };

export const tripReportsInChat = ({ db, directory, caseUrl, reports }: ChatParts): ShownInChat => ({
  prefix: TRIP_REPORT_SUBJECT,
  render: ({ municipalityId, staffId, locale }, applicationId) =>
    db.inMunicipality(municipalityId, async (tx) => {
      const actor = await directory.actorById(tx, staffId);
      const view = actor && (await reports.viewFor(tx, actor, { applicationId, locale }));
      return view && view.person.staffId === staffId ? reportMessage(view, { locale, caseUrl }) : null;
    }),
  waitingFor: async () => [],
});

const Sent = z.object({
  applicationId: z.uuid(),
  version: z.number().int().min(0).max(2_147_483_647),
  text: typedLines(4000),
});

export const tripReportAction = ({ reports, caseUrl, texts }: ChatParts): Action =>
  action({
    verb: 'telework/trip-report',
    data: Sent,
    async handle(caller, { applicationId, ...input }) {
      const { locale } = caller;
      try {
        return reportMessage(await reports.write(caller, applicationId, input), { locale, caseUrl });
      } catch (error) {
        const known = error instanceof KaigiError && error.kind !== 'not-found' ? error : null;
        const said = known ? say(texts, known.code, locale, known.params) : undefined;
        if (said === undefined) throw error;
        return reportMessage(await reports.read(caller, applicationId), { locale, caseUrl, said });
      }
    },
  });
