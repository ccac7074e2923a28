import type { SnapshotPost } from '../../../directory/index.ts';
import {
  type Caller,
  Download,
  dayIn,
  type Locale,
  notAllowed,
  notFound,
  type Sentence,
} from '../../../shared/index.ts';
import { KIND_NAMES } from '../../requests/words.ts';
import { type DisasterParts, looking, type Open } from '../open.ts';
import { stateOn } from '../order-rules.ts';
import { latestOrders } from '../order-store.ts';
import { unitsUnder } from '../roll-people.ts';
import { printedPage } from './html.ts';
import { type FormFacts, formSheets } from './sheets.ts';
import { formWord } from './text.ts';

const MOST_ORDERS = 20;

/** One's own unit; those below it too for whoever heads it, and every one for the offices. @throws not-found, not-allowed */
function unitFor({ actor, there, runs }: Open, asked: string | undefined): string {
  const own = actor.posts.map(({ unitId }) => unitId);
  const unitId = asked ?? own[0];
  if (unitId === undefined || !there.units.has(unitId)) throw notFound('telework.roll_unit_unknown');
  const headed = actor.posts.filter(({ postId }) => there.posts.get(postId)?.headsUnit === true);
  const theirs = new Set([...own, ...headed.flatMap((post) => [...unitsUnder(there, post.unitId)])]);
  if (!runs && !theirs.has(unitId)) throw notAllowed('telework.form_not_yours');
  return unitId;
}

function peopleOf({ there }: Open, unitId: string): string[] {
  const posts: SnapshotPost[] = [...unitsUnder(there, unitId)].flatMap((id) => [...there.postsIn(id)]);
  const lines = posts.flatMap(({ unitName, title, holders }) =>
    holders.map(({ staffId, name }) => [staffId, `${unitName} ${title}　${name}`] as const),
  );
  return [...new Map(lines).values()];
}

/** What the city's rules say about emergencies, in their own words. */
function rulesOf({ regulations }: DisasterParts, open: Open, locale: Locale) {
  const { tx, today, rules, switches, emergency } = open;
  const { file } = regulations.packOf(tx.municipalityId, today);
  const { policy } = rules;
  const named = (list: readonly { readonly name: Sentence }[] = []) => list.map(({ name }) => name[locale]);
  const eased = new Set(switches.flatMap(({ relaxes }) => relaxes.flatMap(({ rows }) => rows)));
  const rows = [...(policy?.rules ?? []), ...(policy?.procedures ?? [])].filter(({ id }) => eased.has(id));
  const cited = ({ sentence, article }: { sentence: Sentence; article: string }) =>
    sentence[locale].includes(article) ? sentence[locale] : `${sentence[locale]}（${article}）`;
  return {
    body: file.body[locale],
    articles: switches.map(({ article }) => article),
    words: policy?.words,
    named,
    relaxed: rows.map(cited),
    deputies: emergency.map(cited),
  };
}

async function factsOf(parts: DisasterParts, open: Open, { unitId, locale }: { unitId: string; locale: Locale }) {
  const { body, articles, words, named, relaxed, deputies } = rulesOf(parts, open, locale);
  const orders = await latestOrders(open.tx, MOST_ORDERS);
  const day = dayIn(open.today, locale);
  const unit = open.there.units.get(unitId)?.name ?? '';
  return {
    ...{ locale, articles, relaxed, deputies },
    made: formWord(locale, 'made', { body, unit, day }),
    orderNumber: orders.find((one) => stateOn(one, open.today) === 'IN_FORCE')?.orderNumber ?? '',
    people: peopleOf(open, unitId),
    choices: {
      kind: Object.values(KIND_NAMES).map((one) => one[locale]),
      places: named(words?.places),
      networks: named(words?.networks),
      devices: named(words?.devices),
      information: named(words?.information),
    },
  } satisfies FormFacts;
}

/** The forms of a unit as one file to print and to keep, while everything still works. */
export const formsOf = (parts: DisasterParts, caller: Caller, asked: string | undefined): Promise<Download> =>
  looking(parts, caller, async (open) => {
    const { locale } = caller;
    const facts = await factsOf(parts, open, { unitId: unitFor(open, asked), locale });
    const title = formWord(locale, 'title');
    const page = printedPage({ title, language: locale }, formSheets(facts));
    return new Download(`${title}.html`, 'text/html; charset=utf-8', new TextEncoder().encode(page));
  });
