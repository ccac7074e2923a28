import { z } from 'zod';
import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { Clock, Subscriber, Task } from '../../platform/index.ts';
import { isWeekTold, mondayOf, type Space, TODO_OF_WEEK } from '../../records/index.ts';
import { cardOf, type Element, factSet, heading, text } from '../../shared/card-elements.ts';
import { KaigiError, type LocalDate, type Locale, localDateOf, say } from '../../shared/index.ts';
import type { ArrivalParts } from './arrivals.ts';
import { arrivalTexts } from './text.ts';
import { openPage, type ToTab } from './to-tab.ts';

const SUBJECT = 'approvals/records-week';
const TASK = 'approvals/tell-records-week';
const Told = z.object({ staffId: z.uuid(), weekOf: z.iso.date() });
const ToTell = Told.extend({ municipalityId: z.uuid() });

type Todo = Awaited<ReturnType<Space['todoOf']>>;
type Parts = Pick<ArrivalParts, 'db' | 'directory' | 'notifications'> &
  ToTab & { readonly clock: Clock; readonly space: Pick<Space, 'todoOf'> };

/** 文書主任の今週の仕事: one card a week, as things stand when it is looked at; nothing where nothing is to be done. */
export function weekTold(parts: Parts): { tasks: Record<string, Task>; subscriber: Subscriber; shown: ShownInChat } {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === TODO_OF_WEEK ? [{ task: TASK, payload: { municipalityId, ...Told.parse(payload) } }] : [],
      ),
    tasks: {
      async [TASK](payload) {
        const { municipalityId, staffId, weekOf } = ToTell.parse(payload);
        const show = { subject: `${SUBJECT}/${weekOf}`, version: 1, fresh: [staffId] };
        await parts.notifications.show(municipalityId, [show]);
      },
    },
    shown: {
      prefix: SUBJECT,
      render: (onlooker, weekOf) => rendered(parts, onlooker, weekOf),
      // Whoever could not be reached when the week was told gets it when they can be.
      waitingFor: (municipalityId, staffId) => waiting(parts, municipalityId, staffId),
    },
  };
}

const thisWeek = ({ clock }: Parts): LocalDate => mondayOf(localDateOf(clock.now()));

/** What this person has to do; null for whoever is no 文書主任, or has nothing to do. */
const todoFor = ({ db, directory, space }: Parts, { municipalityId, staffId, locale }: Onlooker) =>
  db.inMunicipality(municipalityId, async (tx) => {
    const actor = await directory.actorById(tx, staffId);
    if (!actor?.roles.includes('RECORDS_OFFICER')) return null;
    try {
      const todo = await space.todoOf(tx, actor, locale);
      return todo.total === 0 ? null : todo;
    } catch (error) {
      if (error instanceof KaigiError && error.kind === 'not-allowed') return null;
      throw error;
    }
  });

async function waiting(parts: Parts, municipalityId: string, staffId: string) {
  const weekOf = thisWeek(parts);
  if (!(await parts.db.inMunicipality(municipalityId, (tx) => isWeekTold(tx, weekOf)))) return [];
  const todo = await todoFor(parts, { municipalityId, staffId, locale: 'ja' });
  return todo ? [{ id: weekOf, version: 1 }] : [];
}

/** The lines of the card, in the order of the page; those with nothing are left out. */
const LINES: readonly (readonly [name: string, count: (todo: Todo) => number])[] = [
  ['undistributed', (todo) => todo.undistributed.count],
  ['unnumbered', (todo) => todo.unnumbered.count],
  ['reserved', (todo) => todo.reserved.count],
  ['unfiled', (todo) => todo.unfiled.count],
  ['overdue', (todo) => todo.overdue.count],
  ['expiring', (todo) => todo.expiring.count],
  ['lists', (todo) => todo.lists.length],
];

function messageOf(parts: ToTab, todo: Todo, locale: Locale) {
  const words = (name: string, said = {}) => say(arrivalTexts, `approvals.arrival.week_${name}`, locale, said) ?? '';
  const summary = words('title', { count: todo.total });
  const facts = LINES.flatMap(([name, count]) =>
    count(todo) > 0 ? [[words(name), words('count', { count: count(todo) })] as const] : [],
  );
  const body: Element[] = [heading(summary), text(words('lead')), factSet(facts)];
  const actions = openPage(parts, 'records/todo', words('open'));
  return { kind: 'card' as const, card: cardOf(locale, body, actions), summary };
}

/** Of a week that is over nothing is shown any more: another card has come. */
async function rendered(parts: Parts, onlooker: Onlooker, weekOf: string) {
  const todo = weekOf === thisWeek(parts) ? await todoFor(parts, onlooker) : null;
  return todo && messageOf(parts, todo, onlooker.locale);
}
