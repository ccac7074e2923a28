import { z } from 'zod';
import type { AbsenceEvidence, Actor, Directory, OrganisationSnapshot, SnapshotPost } from '../directory/index.ts';
import type { Clock, Database, Tx } from '../platform/index.ts';
import { badInput, type Caller } from '../shared/index.ts';
import { type ExplainQuery, type ExplainView, FactValueSchema } from './contract.ts';
import { type ExplainQuestion, explain } from './engine/explain.ts';
import type { Pack } from './engine/pack.ts';
import { regulationsTexts } from './text.ts';

export interface AskingParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'organisation'>;
  /** What is known of these people's absence at the moment, strongest first. */
  readonly absencesOf: (tx: Tx, staffIds: readonly string[]) => Promise<Map<string, AbsenceEvidence[]>>;
}

const FactsSchema = z.record(z.string().max(80), FactValueSchema);

function factsOf(text: string): ExplainQuestion['facts'] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badInput('regulations.facts_unreadable');
  }
  const parsed = FactsSchema.safeParse(value);
  if (!parsed.success) throw badInput('regulations.facts_unreadable');
  return parsed.data;
}

type Known = ReadonlyMap<string, readonly AbsenceEvidence[]>;
const NOBODY: Known = new Map();

/** A post is without its holder when all who hold it are away; what is said of the first is what is told. */
function absenceIn(known: Known): ExplainQuestion['absenceOf'] {
  return ({ holders }: SnapshotPost) => {
    if (holders.length === 0) return null;
    const evidence = holders.map(({ staffId }) => known.get(staffId)?.[0] ?? null);
    return evidence.includes(null) ? null : (evidence[0] ?? null);
  };
}

/** Everybody whom the answer names: only of them one has to know whether they are away. */
function peopleIn({ route, standIns }: ExplainView): string[] {
  const named = [...route.map(({ who }) => who), ...standIns.flatMap(({ order }) => order.flatMap(({ who }) => who))];
  return [...new Set(named.flatMap(({ holders }) => holders.map(({ staffId }) => staffId)))];
}

interface Asked {
  readonly pack: Pack;
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly namedBy: (postId: string) => readonly string[];
}

/** 「これは誰の決裁？」, asked by somebody for themselves or for another unit. */
export async function explainFor(
  { clock, absencesOf }: AskingParts,
  tx: Tx,
  { pack, actor, there, namedBy }: Asked,
  { caller, query }: { caller: Caller; query: ExplainQuery },
): Promise<ExplainView> {
  const unitId = query.unitId ?? actor.posts[0]?.unitId;
  if (unitId === undefined) throw badInput('regulations.no_unit');
  // For another unit it is asked as somebody there would: one’s own post is then a step like any other.
  const drafter = actor.posts.some((post) => post.unitId === unitId) ? actor.posts : [];
  const question: ExplainQuestion = {
    there,
    namedBy,
    matter: query.matter,
    analogousTo: query.analogousTo ?? null,
    facts: factsOf(query.facts),
    escalations: query.escalations.split(',').filter((code) => code !== ''),
    raiseTo: query.raiseTo ?? null,
    urgent: query.urgent === 'true',
    unitId,
    drafterPostIds: drafter.map(({ postId }) => postId),
    locale: caller.locale,
    at: clock.now(),
    absenceOf: absenceIn(NOBODY),
    texts: regulationsTexts,
  };
  const view = explain(pack, question);
  const people = peopleIn(view);
  const known = people.length === 0 ? NOBODY : await absencesOf(tx, people);
  return known.size === 0 ? view : explain(pack, { ...question, absenceOf: absenceIn(known) });
}
