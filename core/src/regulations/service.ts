import type { BrokenRule, LineUnit, OrganisationSnapshot, UnitKind, UnitRef } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { badInput, type Caller, type Download, type LocalDate, localDateOf } from '../shared/index.ts';
import { type AskingParts, explainFor } from './asking.ts';
import { rulesThatBreak } from './breaks.ts';
import type { Classification, DecisionBasis, ExplainQuery, ExplainView, MattersView } from './contract.ts';
import type { Pack } from './engine/pack.ts';
import { planRoute } from './engine/plan.ts';
import { skipReviewer, standIn } from './engine/stand-in.ts';
import type {
  MatterQuestion,
  PlanAnswer,
  SkipAnswer,
  SkipQuestion,
  StandInAnswer,
  StandInQuestion,
} from './engine/vocabulary.ts';
import { type LineOfReview, lineOfReview } from './line.ts';
import { presentMatters } from './matters.ts';
import type { ClassificationRow, Matter, RegulationPack } from './pack.ts';
import { packsOf } from './packs/index.ts';
import {
  basisOf,
  classificationList,
  decideClass,
  inForceOn,
  type NumberSeries,
  numberSeries,
  type Series,
} from './rules.ts';
import { createShelf } from './shelf.ts';
import { packTable } from './table.ts';

/** Whose regulations, as they stood on which day. */
export interface When {
  readonly municipalityId: string;
  readonly day: LocalDate;
}

interface RouteQuestion extends When {
  readonly matter: Matter;
  /** From the drafter's own unit upwards. */
  readonly units: readonly LineUnit[];
  readonly drafterPostIds: readonly string[];
}

/** `no_rule` beside the problems of the line. */
type RouteAnswer =
  | LineOfReview
  | { readonly ok: false; readonly problem: 'regulations.no_rule'; readonly params: object };

/** A question without the organisation, which is today's. */
type Asked<Q> = Omit<Q, 'there'>;

/** The regulations and the organisation of today, read once: any number of questions is then answered at once. */
export interface RegulationsToday {
  readonly pack: Pack;
  readonly there: OrganisationSnapshot;
  plan(question: Asked<MatterQuestion>): PlanAnswer;
  standIn(question: Asked<StandInQuestion>): StandInAnswer;
  skipReviewer(question: Asked<SkipQuestion>): SkipAnswer;
}

export interface Regulations {
  packOf(municipalityId: string, day: LocalDate): RegulationPack;
  /** Why a class of post decides; null where the table has no row. */
  decideClass(when: When, question: { matter: Matter; unitKind: UnitKind }): DecisionBasis | null;
  /** Who reviews and who decides, or the code of what stands in the way. */
  lineOfReview(question: RouteQuestion): RouteAnswer;
  /** @throws bad-input `regulations.unknown_classification` */
  classification(when: When, code: string): ClassificationRow;
  /** The series in which the unit numbers its documents; `path` is the unit and those above it, nearest first. */
  numberSeries(when: When, path: readonly UnitRef[], series: Series): NumberSeries | null;
  /** The file plan in force today, with the class marked that the hint (a title) suggests. */
  classifications(caller: Caller, hint: string): Promise<{ items: Classification[] }>;

  /** Whatever is to be asked of the regulations in force today about the organisation of today. */
  today(tx: Tx): Promise<RegulationsToday>;
  /** Who reviews, is consulted and decides, or what stands in the way and who can resolve it. */
  plan(tx: Tx, question: Asked<MatterQuestion>): Promise<PlanAnswer>;
  /** 代決: may they, by which article, and what follows. */
  standIn(tx: Tx, question: Asked<StandInQuestion>): Promise<StandInAnswer>;
  /** 後閲 of an absent participant: may the case go on without. */
  skipReviewer(tx: Tx, question: Asked<SkipQuestion>): Promise<SkipAnswer>;
  /** @throws bad-input `regulations.facts_unreadable`, `regulations.no_unit` */
  explain(caller: Caller, query: ExplainQuery): Promise<ExplainView>;
  /** The matters that the drafting page offers. */
  matters(caller: Caller): Promise<MattersView>;
  /** The pack in force as a table for people who write regulations. */
  table(caller: Caller): Promise<Download>;
  /** The rows in force on the day that would point to nobody in an organisation. */
  rulesThatBreak(tx: Tx, day: LocalDate): Promise<(there: OrganisationSnapshot) => readonly BrokenRule[]>;
}

export function createRegulations(parts: AskingParts): Regulations {
  const { clock, db, directory } = parts;
  const shelf = createShelf({ clock });
  const dayOf = () => localDateOf(clock.now());
  const packOf = (municipalityId: string, day: LocalDate) => inForceOn(packsOf(municipalityId), day);
  const packToday = async (tx: Tx): Promise<Pack> => {
    await shelf.ready(tx);
    return shelf.packOf(tx.municipalityId, dayOf());
  };
  const today = async (tx: Tx): Promise<RegulationsToday> => {
    const [pack, there] = await Promise.all([packToday(tx), directory.organisation(tx)]);
    return {
      pack,
      there,
      plan: (question) => planRoute(pack, { ...question, there }),
      standIn: (question) => standIn(pack, { ...question, there }),
      skipReviewer: (question) => skipReviewer(pack, { ...question, there }),
    };
  };
  const packFor = (caller: Caller) =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const [pack] = await Promise.all([packToday(tx), directory.actorOf(tx, caller)]);
      return pack;
    });
  return {
    packOf,
    decideClass({ municipalityId, day }, question) {
      const pack = packOf(municipalityId, day);
      const row = decideClass(pack, question);
      return row ? basisOf(pack, row) : null;
    },
    lineOfReview({ municipalityId, day, matter, units, drafterPostIds }) {
      const pack = packOf(municipalityId, day);
      const row = decideClass(pack, { matter, unitKind: units[0]?.unitKind ?? 'SECTION' });
      if (!row) return { ok: false, problem: 'regulations.no_rule', params: {} };
      return lineOfReview(pack, { units, drafterPostIds, row });
    },
    classification({ municipalityId, day }, code) {
      const row = packOf(municipalityId, day).classifications.find((candidate) => candidate.code === code);
      if (!row) throw badInput('regulations.unknown_classification', { code });
      return row;
    },
    numberSeries: ({ municipalityId, day }, path, series) => numberSeries(packOf(municipalityId, day), path, series),
    async classifications(caller, hint) {
      return { items: classificationList(packOf(caller.municipalityId, localDateOf(clock.now())), hint) };
    },
    today,
    plan: async (tx, question) => (await today(tx)).plan(question),
    standIn: async (tx, question) => (await today(tx)).standIn(question),
    skipReviewer: async (tx, question) => (await today(tx)).skipReviewer(question),
    explain: (caller, query) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const [{ pack, there }, actor] = await Promise.all([today(tx), directory.actorOf(tx, caller)]);
        return explainFor(parts, tx, { pack, actor, there }, { caller, query });
      }),
    matters: async (caller) => presentMatters(await packFor(caller), caller.locale),
    table: async (caller) => packTable(await packFor(caller), caller.locale),
    async rulesThatBreak(tx, day) {
      await shelf.ready(tx);
      const pack = shelf.packOf(tx.municipalityId, day);
      return (there) => rulesThatBreak(pack, there);
    },
  };
}
