import { dayIn, type Locale, warekiTime } from '../../shared/index.ts';
import type { Words } from '../act-words.ts';
import type { ObligationView, SlotDuty, SlotView } from '../contract.ts';
import { cut, type Element, say, small } from './elements.ts';
import { routeWords as words } from './words.ts';

const MOST_LINES = 14;
const BEFORE = 3;
const MOST_NAMES = 3;
const MOST_SIGNS = 110;
const MOST_OWED = 4;

const DUTIES: Readonly<Record<SlotDuty, Words | null>> = {
  REVIEW: null,
  CONSULT: words.consult,
  EXAMINE: words.examine,
  PROVISIONAL: words.provisional,
  DECISION: words.decision,
};

/** 見本 太郎、見本 次郎 ほか 3 */
export function namesOf(names: readonly string[], locale: Locale): string {
  const rest = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join('、');
  return rest > 0 ? `${shown} ${say(words.andOthers, locale)} ${rest}` : shown;
}

function sign({ status, mark }: SlotView): string {
  switch (status) {
    case 'APPROVED':
    case 'CONSENTED':
    case 'CONSENTED_WITH_OPINION':
    case 'DEPUTY_DECIDED':
      return mark?.kind === 'PULL_UP' ? '⤴' : '✔';
    case 'OBJECTED':
    case 'REJECTED':
      return '✕';
    case 'SKIPPED_POST_REVIEW':
      return '↷';
    case 'NOT_REQUIRED':
      return '―';
    case 'ACTIVE':
      return '▶';
    case 'WAITING':
      return '・';
  }
}

/** How a mark came about: 代 for which post, 後閲, 異議. */
function how({ status, mark }: SlotView): Words | null {
  if (status === 'DEPUTY_DECIDED') return words.deputy;
  if (status === 'SKIPPED_POST_REVIEW') return words.postReview;
  if (status === 'OBJECTED') return words.objected;
  if (status === 'REJECTED') return words.rejected;
  if (status === 'CONSENTED_WITH_OPINION') return words.opinion;
  return mark?.kind === 'PULL_UP' ? words.pulledUp : null;
}

/** When it was acted on; of who has it now, since when. */
function hour({ actedAt, activeSince }: SlotView, locale: Locale): string {
  const when = actedAt ?? activeSince;
  if (!when) return '';
  const time = warekiTime(new Date(when));
  if (actedAt) return `　${time}`;
  return locale === 'ja' ? `　${time}から` : `　since ${time}`;
}

/** Only that the holder is away, and who may act: why they are away is nobody's business here. */
function away({ absence, expectedDeputy: deputy }: SlotView, locale: Locale): string {
  if (!absence) return '';
  const who = deputy ? `、${say(words.mayStandIn, locale)}：${deputy.postTitle} ${namesOf(deputy.names, locale)}` : '';
  return `［${say(words.absent, locale)}${who}］`;
}

function line(slot: SlotView, locale: Locale): Element {
  const names = namesOf(
    slot.holders.map((person) => person.name),
    locale,
  );
  const notes = [DUTIES[slot.duty], slot.added ? words.added : null, how(slot)].flatMap((word) =>
    word ? [say(word, locale)] : [],
  );
  const who = `${slot.unitName} ${slot.postTitle} ${names || say(words.vacant, locale)}`;
  const noted = notes.length > 0 ? `（${notes.join('・')}）` : '';
  return small(cut(`${sign(slot)} ${who}${noted}${hour(slot, locale)}${away(slot, locale)}`, MOST_SIGNS), {
    ...(slot.status === 'ACTIVE' ? { weight: 'Bolder' } : { isSubtle: true }),
  });
}

/** Of a long route what is around the present, and the decision. */
function shownOf(route: readonly SlotView[]): readonly SlotView[] {
  if (route.length <= MOST_LINES) return route;
  const here = route.findIndex(({ status }) => status === 'ACTIVE');
  const from = Math.max(0, Math.min((here < 0 ? route.length : here) - BEFORE, route.length - MOST_LINES));
  const window = route.slice(from, from + MOST_LINES);
  const last = route.at(-1);
  return last && !window.includes(last) ? [...window.slice(0, -1), last] : window;
}

export function routeLines(route: readonly SlotView[], locale: Locale): Element {
  const shown = shownOf(route);
  const rest = route.length - shown.length;
  const more = rest > 0 ? [small(`${say(words.andOthers, locale)} ${rest} ${say(words.more, locale)}`)] : [];
  const title = small(say(words.route, locale), { weight: 'Bolder' });
  return {
    type: 'Container',
    separator: true,
    items: [title, ...shown.map((slot) => line(slot, locale)), ...more],
  };
}

/** 後閲 that is still owed, by whom and until when. */
export function owedLines(obligations: readonly ObligationView[], locale: Locale): Element[] {
  const open = obligations.filter(({ status, kind }) => status === 'OPEN' && kind !== 'READING');
  return open.slice(0, MOST_OWED).map(({ post, people, dueOn, overdue }) => {
    const names = namesOf(
      people.map(({ name }) => name),
      locale,
    );
    const due = dueOn ? `（${say(words.until, locale)} ${dayIn(dueOn, locale)}）` : '';
    const who = cut(`${post?.unitName ?? ''} ${post?.postTitle ?? ''} ${names}`.trim(), MOST_SIGNS);
    return small(`${say(words.postReview, locale)}：${who}${due}`, overdue ? { color: 'Attention' } : {});
  });
}
