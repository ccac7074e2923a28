import { dayOnPage, type Json, type LocalDate, type Locale, say } from '../../shared/index.ts';
import { factsOf } from '../history.ts';
import { hiddenTitle, secretRows } from '../readers.ts';
import type { DisclosureView } from './contract.ts';
import type { OpenRequest } from './open.ts';
import { droppedOf } from './store.ts';
import { disclosureWords } from './text.ts';

type Said = Readonly<Record<string, Json>>;

interface Telling {
  readonly fact: Said;
  readonly locale: Locale;
  /** The title of a document of the request; in its stead that it is hidden, for who may not see the document. */
  readonly titleOf: (itemId: Json | undefined) => string;
  readonly sectionOf: (unitId: Json | undefined) => string;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const words = (locale: Locale, code: string, params: Readonly<Record<string, string | number>> = {}): string =>
  say(disclosureWords, `records.disclosure_${code}`, locale, params) ?? '';

function judged({ fact, locale, titleOf }: Telling): string {
  const decision = words(locale, `decision_${text(fact.decision)}`);
  return words(locale, 'about_JUDGED', { title: titleOf(fact.itemId), decision });
}

function dropped({ fact, locale, titleOf }: Telling): string {
  const title = titleOf(fact.itemId);
  // A reason may tell what the title must not.
  if (title === hiddenTitle(locale)) return title;
  return words(locale, 'about_DROPPED', { title, reason: text(fact.reason) });
}

const collected = ({ fact, locale }: Telling): string =>
  words(locale, 'about_COLLECTED', { count: Array.isArray(fact.recordIds) ? fact.recordIds.length : 0 });

const onDay = ({ fact, locale }: Telling): string => dayOnPage(text(fact.on) as LocalDate, locale);

/** The day, and what was said of it; nothing more where nothing was. */
const dayWith =
  (...names: readonly string[]) =>
  (telling: Telling): string =>
    listed([onDay(telling), ...names.map((name) => text(telling.fact[name]))], telling.locale);

const listed = (parts: readonly string[], locale: Locale): string =>
  parts.filter((part) => part !== '').join(locale === 'ja' ? '、' : ', ');

function correctionAsked(telling: Telling): string {
  const { fact, locale } = telling;
  const until = text(fact.until);
  const said = until === '' ? '' : words(locale, 'about_UNTIL', { day: dayOnPage(until as LocalDate, locale) });
  return listed([onDay(telling), said, text(fact.wanted)], locale);
}

function ruled(telling: Telling): string {
  const { fact, locale } = telling;
  return listed([onDay(telling), words(locale, `ruling_${text(fact.ruling)}`), text(fact.note)], locale);
}

const ABOUT: Readonly<Record<string, (telling: Telling) => string>> = {
  COLLECTED: collected,
  DESCRIBED: ({ fact }) => text(fact.described),
  DROPPED: dropped,
  ASKED: ({ fact, sectionOf }) => sectionOf(fact.unitId),
  JUDGED: judged,
  REDACTED: ({ fact, titleOf }) => titleOf(fact.itemId),
  DECIDED: ({ fact }) => text(fact.number),
  CORRECTION_ASKED: correctionAsked,
  CORRECTED: onDay,
  APPEALED: onDay,
  WITHDRAWN: dayWith('note'),
  DISMISSED: dayWith('number', 'article', 'reason'),
  REFERRED: dayWith('number'),
  ADVISED: dayWith('number'),
  RULED: ruled,
};

/** What was done for a request, the newest first, each with the document, section or number that it was about. */
export async function storyOf({ at, request, items, asked, hidden }: OpenRequest): Promise<DisclosureView['history']> {
  const { tx, sight, caller } = at;
  const facts = await factsOf(tx, { kind: 'disclosure', id: request.id });
  const gone = facts.some(({ act }) => act === 'DROPPED') ? await droppedOf(tx, request.id) : [];
  const secret = new Set([...hidden, ...(await secretRows(tx, sight, gone))]);
  const titles = new Map(
    [...items, ...gone].map((item) => [item.id, secret.has(item) ? hiddenTitle(caller.locale) : item.title]),
  );
  const sections = new Map(asked.map(({ unitId, unitName }) => [unitId, unitName]));
  const given = {
    locale: caller.locale,
    titleOf: (itemId: Json | undefined) => titles.get(text(itemId)) ?? '',
    sectionOf: (unitId: Json | undefined) => sections.get(text(unitId)) ?? '',
  };
  return facts
    .map(({ at: when, act, actor, fact }) => ({
      ...{ at: when.toISOString(), act: words(caller.locale, `did_${act}`) || act, by: actor.name },
      about: ABOUT[act]?.({ ...given, fact }) || null,
    }))
    .toReversed();
}
