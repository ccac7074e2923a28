import type { CalendarAnswer, Glance, RemoteEntry, Window } from '@kaigi/core';
import type { ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types';
import { instantOf } from './absences.ts';
import { SCHEDULES_AT_ONCE, schedulesOf } from './asking-many.ts';
import { askedOfCalendar } from './calendar-asked.ts';
import { readView } from './calendar-changes.ts';
import { looksWhole, statusOf, written } from './event.ts';
import type { GraphClient } from './graph-client.ts';

/** Graph takes four at a time of one mailbox; those asked are different ones. */
const AT_ONCE = 4;

const NO_MAILBOX = new Set(['ErrorMailRecipientNotFound', 'ErrorNonExistentMailbox', 'MailboxNotEnabledForRESTAPI']);
const NOT_PERMITTED = new Set(['ErrorAccessDenied', 'ErrorNoFreeBusyAccess']);
/** More than 1,000 entries in the time asked about. */
const TOO_MANY = '5006';

function entryOf({ start, end, status, subject, location, isPrivate }: ScheduleItem): RemoteEntry | null {
  const [from, to] = [instantOf(start), instantOf(end)];
  if (!from || !to || to < from) return null;
  return {
    ...{ key: null, seriesKey: null, status: statusOf(status), from, to, allDay: looksWhole(from, to) },
    ...{ subject: isPrivate ? null : written(subject), place: isPrivate ? null : written(location) },
    ...{ visibility: isPrivate ? 'PRIVATE' : 'SECTION', online: false, categories: [] },
  };
}

async function glanceOf(
  graph: GraphClient,
  { mailbox, window }: { mailbox: string; window: Window },
  found: ScheduleInformation | undefined,
): Promise<Glance> {
  const code = found?.error?.responseCode ?? '';
  if (code === TOO_MANY) {
    const answer = await askedOfCalendar(() => readView(graph, mailbox, window));
    return answer.kind === 'OK'
      ? { kind: 'OK', entries: answer.value }
      : { kind: 'PROBLEM', problem: answer.kind === 'REFUSED' ? 'NOT_PERMITTED' : 'UNREACHABLE' };
  }
  if (NO_MAILBOX.has(code)) return { kind: 'PROBLEM', problem: 'NO_MAILBOX' };
  if (NOT_PERMITTED.has(code)) return { kind: 'PROBLEM', problem: 'NOT_PERMITTED' };
  if (!found || found.error) return { kind: 'PROBLEM', problem: 'UNREACHABLE' };
  return { kind: 'OK', entries: (found.scheduleItems ?? []).flatMap((item) => entryOf(item) ?? []) };
}

interface Group {
  readonly graph: GraphClient;
  readonly mailboxes: readonly string[];
  readonly window: Window;
}

async function readGroup(group: Group): Promise<CalendarAnswer<[string, Glance][]>> {
  const { graph, mailboxes, window } = group;
  const asked = mailboxes.map((mailbox) => ({ key: mailbox, address: mailbox }));
  const answer = await askedOfCalendar(() => schedulesOf(graph, asked, window));
  if (answer.kind !== 'OK') return answer;
  const glances = mailboxes.map(async (mailbox): Promise<[string, Glance]> => {
    return [mailbox, await glanceOf(graph, { mailbox, window }, answer.value.get(mailbox.toLowerCase()))];
  });
  return { kind: 'OK', value: await Promise.all(glances) };
}

/** What could not be asked for is said of those people; of nobody at all, it is the answer. */
function joined(
  groups: readonly (readonly string[])[],
  answers: readonly CalendarAnswer<[string, Glance][]>[],
): CalendarAnswer<ReadonlyMap<string, Glance>> {
  const [first] = answers;
  if (first && first.kind !== 'OK' && answers.every(({ kind }) => kind !== 'OK')) return first;
  const all = answers.flatMap((answer, index): [string, Glance][] => {
    if (answer.kind === 'OK') return answer.value;
    const problem = answer.kind === 'REFUSED' ? 'NOT_PERMITTED' : 'UNREACHABLE';
    return (groups[index] ?? []).map((mailbox) => [mailbox, { kind: 'PROBLEM', problem }]);
  });
  return { kind: 'OK', value: new Map(all) };
}

/**
 * Who is busy when, twenty people a call; what about, as far as each calendar shares it.
 * Permission: Calendars.ReadBasic.All (application)
 */
export async function readFreeBusy(
  graph: GraphClient,
  { mailboxes, ...window }: Window & { readonly mailboxes: readonly string[] },
): Promise<CalendarAnswer<ReadonlyMap<string, Glance>>> {
  const groups: string[][] = [];
  for (let at = 0; at < mailboxes.length; at += SCHEDULES_AT_ONCE)
    groups.push(mailboxes.slice(at, at + SCHEDULES_AT_ONCE));
  const answers: CalendarAnswer<[string, Glance][]>[] = [];
  for (let at = 0; at < groups.length; at += AT_ONCE) {
    const some = groups.slice(at, at + AT_ONCE).map((group) => readGroup({ graph, mailboxes: group, window }));
    answers.push(...(await Promise.all(some)));
  }
  return joined(groups, answers);
}
