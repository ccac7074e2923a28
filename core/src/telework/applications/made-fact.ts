import { badInput, canonicalJson, type Json } from '../../shared/index.ts';
import type { DayItem } from '../days/day.ts';
import type { TeleworkFact } from '../history/fact.ts';
import type { ApplicationKind, Finding } from './kind.ts';
import { sealOf } from './seal.ts';
import type { KeptApplication } from './store.ts';

type Said = Readonly<Record<string, Json>>;

/** What days have in common is said once: an entry of the log holds 64 KB, and a year of leave has many days. */
function daysFact(days: readonly DayItem[]): { as: Json[]; days: Json[] } {
  const as = new Map<string, Json>();
  const said = days.map(({ itemId, date, kind, span, detail }) => {
    const common = { kind, from: span?.from ?? null, to: span?.to ?? null, detail: { ...detail } };
    const key = canonicalJson(common);
    if (!as.has(key)) as.set(key, common);
    return { itemId, date, as: [...as.keys()].indexOf(key) };
  });
  return { as: [...as.values()], days: said };
}

export interface MadeDay {
  readonly itemId: string;
  readonly date: string;
  readonly kind: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** The days as they were asked for, read from the fact that says so. */
export function madeDays({ as, days }: TeleworkFact['fact']): MadeDay[] {
  const common = (Array.isArray(as) ? as : []) as unknown as Omit<MadeDay, 'itemId' | 'date'>[];
  const said = (Array.isArray(days) ? days : []) as unknown as { itemId: string; date: string; as: number }[];
  return said.flatMap(({ itemId, date, as: nth }) => {
    const one = common[nth];
    return one ? [{ itemId, date, kind: one.kind, from: one.from, to: one.to }] : [];
  });
}

/** Without days: about all of them. */
const findingFact = ({ severity, code, article, dates }: Finding, all: number): Json => ({
  ...{ severity, code, article, dates: dates.length < all ? [...dates] : [] },
});

const MOST_BYTES = 60_000;

/**
 * What is kept of an application for good, with the seal of everything that was asked.
 * @throws bad-input `telework.application_too_long`
 */
export function madeFact<I extends Said>(
  { kind, input }: { readonly kind: Pick<ApplicationKind<I>, 'kept'>; readonly input: I },
  { kind: name, judged, replaces, salt }: KeptApplication,
  days: readonly DayItem[],
): Said {
  const { takeOut } = judged;
  const fact = {
    ...{ kind: name, title: judged.title, input: kind.kept?.(input) ?? input, seal: sealOf(salt, input) },
    answer: judged.answer,
    regulationVersion: judged.regulationVersion,
    findings: judged.findings.map((one) => findingFact(one, days.length)),
    relaxed: judged.relaxed.map(({ orderNumber, article }) => ({ orderNumber, article })),
    ...daysFact(days),
    papers: judged.papers.map(({ procedure, title, matter }) => ({ procedure, title, matter: matter.code })),
    takeOut: takeOut && { due: { ...takeOut.due } },
    detail: judged.detail,
    replaces: replaces && { applicationId: replaces.applicationId, itemIds: [...replaces.itemIds] },
  };
  if (Buffer.byteLength(JSON.stringify(fact)) > MOST_BYTES) throw badInput('telework.application_too_long');
  return fact;
}
