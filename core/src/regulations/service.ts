import type { BrokenRule, OrganisationSnapshot, UnitRef } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { badInput, type Caller, type Download, type LocalDate, localDateOf } from '../shared/index.ts';
import { type AskingParts, explainFor } from './asking.ts';
import { rulesThatBreak } from './breaks.ts';
import type { Classification, ExplainQuery, ExplainView, MattersView } from './contract.ts';
import type { MeetingRulesView } from './contract-meetings.ts';
import type { DataSetsView } from './contract-retention.ts';
import type { TeleworkRulesQuery, TeleworkRulesView } from './contract-telework.ts';
import type { WorkingTimeView } from './contract-working-time.ts';
import { disclosureRulesOf } from './disclosure/of-pack.ts';
import type { DisclosureRules } from './disclosure/vocabulary.ts';
import type { Pack } from './engine/pack.ts';
import { planRoute } from './engine/plan.ts';
import { type DeputyQuestion, deputyOrder, skipReviewer, standIn } from './engine/stand-in.ts';
import type {
  MatterQuestion,
  OrderInForce,
  PlanAnswer,
  SkipAnswer,
  SkipQuestion,
  StandInAnswer,
  StandInQuestion,
} from './engine/vocabulary.ts';
import { type Whom, type WhomQuestion, whomOf } from './engine/whom.ts';
import type { ClassificationRow, DataSet, DataSetRow } from './file-plan.ts';
import type { PacksParts } from './import/decided.ts';
import { createPacks, type Packs } from './import/service.ts';
import type { Designation } from './language/parts.ts';
import { presentMatters } from './matters.ts';
import { meetingRulesOf } from './meetings/of-pack.ts';
import { presentMeetings } from './meetings/present.ts';
import type { MeetingRules } from './meetings/vocabulary.ts';
import { createNamings, type Namings } from './naming.ts';
import { registerRulesOf } from './registers/of-pack.ts';
import type { RegisterRules } from './registers/vocabulary.ts';
import { dataSetOf, type WorkingVersionsRule, workingVersionsOf } from './retention/of-pack.ts';
import { presentDataSets } from './retention/present.ts';
import { routesThatBreak } from './route-breaks.ts';
import { classificationList, type NumberSeries, numberSeries, type Series } from './rules.ts';
import { scheduleRulesOf } from './schedules/of-pack.ts';
import type { ScheduleRules } from './schedules/vocabulary.ts';
import { createShelf } from './shelf.ts';
import * as store from './store.ts';
import { packTable } from './table/page.ts';
import { presentTelework } from './telework/present.ts';
import { type TeleworkRules, teleworkRulesOf } from './telework/rules-of.ts';
import { workingTimeOf } from './working-time/of-pack.ts';
import { presentWorkingTime } from './working-time/present.ts';
import type { WorkingTimeRules } from './working-time/vocabulary.ts';

/** Whose regulations, as they stood on which day. */
export interface When {
  readonly municipalityId: string;
  readonly day: LocalDate;
}

/** A question without the organisation, which is today's. */
type Asked<Q> = Omit<Q, 'there' | 'namedBy'>;

/** The regulations and the organisation of today, read once: any number of questions is then answered at once. */
export interface RegulationsToday {
  readonly pack: Pack;
  readonly there: OrganisationSnapshot;
  /** 指定: whom the holder of a post named beforehand. */
  readonly namedBy: (postId: string) => readonly string[];
  plan(question: Asked<MatterQuestion>): PlanAnswer;
  standIn(question: Asked<StandInQuestion>): StandInAnswer;
  skipReviewer(question: Asked<SkipQuestion>): SkipAnswer;
  /** The posts that may stand in for a post in this matter, place by place, absent or not. */
  deputies(question: Asked<DeputyQuestion>): readonly (readonly string[])[];
  /** Whom the words of a row mean today, seen from somebody's place. */
  whom(words: Designation, question: Asked<WhomQuestion>): readonly Whom[];
}

export interface Regulations {
  /** Reads what was activated since; to be awaited where a transaction is at hand, before what follows is asked. */
  ready(tx: Tx): Promise<void>;
  /** The version in force on the day. */
  packOf(municipalityId: string, day: LocalDate): Pack;
  /** @throws bad-input `regulations.unknown_classification` */
  classification(when: When, code: string): ClassificationRow;
  /** Data that are no documents: how long they are kept, for what, and by which article. */
  dataSet(when: When, set: DataSet): DataSetRow;
  /** All of them, in words. */
  dataSets(caller: Caller): Promise<DataSetsView>;
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
  /** The telework rules in force on the day. */
  teleworkOn(when: When): TeleworkRules;
  /** 「できる・できない・理由・聞く先」: the telework rules in force today, in words. */
  telework(caller: Caller, query: TeleworkRulesQuery): Promise<TeleworkRulesView>;
  /** The rules of working time and leave in force on the day; the national ones where the body says nothing. */
  workingTimeOn(when: When): WorkingTimeRules;
  /** 勤務時間・休暇の定め in force today, in words. */
  workingTime(caller: Caller): Promise<WorkingTimeView>;
  /** The rules of meetings in force on the day; no bodies where the regulations say nothing. */
  meetingsOn(when: When): MeetingRules;
  /** 会議の定め in force today, in words. */
  meetings(caller: Caller): Promise<MeetingRulesView>;
  /** How long it takes from office to office, on the day. */
  schedulesOn(when: When): ScheduleRules;
  /** 収受・発送・番号・郵便 on the day. */
  registersOn(when: When): RegisterRules;
  /** 決裁後の作業版: after how many days they go by themselves; null where only a person lets them go. */
  workingVersionsOn(when: When): WorkingVersionsRule | null;
  /** 開示請求 on the day. */
  disclosureOn(when: When): DisclosureRules;
  /** The pack in force as a table for people who write regulations. */
  table(caller: Caller): Promise<Download>;
  /** Deputies whom people name themselves. */
  readonly namings: Namings;
  /** Versions brought in by the municipality itself. */
  readonly packs: Packs;
  /** The rows in force on the day that would point to nobody in an organisation, and the routes that would end at nobody. */
  rulesThatBreak(tx: Tx, day: LocalDate): Promise<(there: OrganisationSnapshot) => readonly BrokenRule[]>;
}

export interface RegulationsParts extends AskingParts {
  /** What became of a case that decides upon a version of the regulations. */
  readonly caseOf: PacksParts['caseOf'];
  /** 特例の命令 in force on the day. */
  readonly ordersOn: (tx: Tx, day: LocalDate) => Promise<readonly OrderInForce[]>;
}

export function createRegulations(parts: RegulationsParts): Regulations {
  const { clock, db, directory } = parts;
  const shelf = createShelf({ clock });
  const [dayOf, { packOf }] = [() => localDateOf(clock.now()), shelf];
  const packToday = async (tx: Tx): Promise<Pack> => {
    await shelf.ready(tx);
    return packOf(tx.municipalityId, dayOf());
  };
  const today = async (tx: Tx): Promise<RegulationsToday> => {
    const [pack, there] = await Promise.all([packToday(tx), directory.organisation(tx)]);
    const named = pack.usesNamed ? await store.namings(tx) : new Map<string, readonly string[]>();
    const facts = { there, namedBy: (postId: string) => named.get(postId) ?? [] };
    const orders = pack.usesOrders ? await parts.ordersOn(tx, dayOf()) : [];
    return {
      ...{ pack, ...facts },
      plan: (question) => planRoute(pack, { ...question, ...facts }),
      standIn: (question) => standIn(pack, { orders, ...question, ...facts }),
      skipReviewer: (question) => skipReviewer(pack, { ...question, ...facts }),
      deputies: (question) => deputyOrder(pack, { orders, ...question, ...facts }),
      whom: (words, question) => whomOf(pack, { ...question, ...facts }, words),
    };
  };
  const packFor = (caller: Caller) =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const [pack] = await Promise.all([packToday(tx), directory.actorOf(tx, caller)]);
      return pack;
    });
  return {
    ready: shelf.ready,
    packOf,
    classification({ municipalityId, day }, code) {
      const row = packOf(municipalityId, day).classifications.find((candidate) => candidate.code === code);
      if (!row) throw badInput('regulations.unknown_classification', { code });
      return row;
    },
    dataSet: ({ municipalityId, day }, set) => dataSetOf(packOf(municipalityId, day).file, set),
    dataSets: async (caller) => presentDataSets(await packFor(caller), caller.locale, dayOf()),
    numberSeries: ({ municipalityId, day }, path, series) => numberSeries(packOf(municipalityId, day), path, series),
    classifications: async (caller, hint) => ({
      items: classificationList(await db.inMunicipality(caller.municipalityId, packToday), hint),
    }),
    namings: createNamings({ ...parts, packToday }),
    packs: createPacks({ ...parts, shelf }),
    today,
    plan: async (tx, question) => (await today(tx)).plan(question),
    standIn: async (tx, question) => (await today(tx)).standIn(question),
    skipReviewer: async (tx, question) => (await today(tx)).skipReviewer(question),
    explain: (caller, query) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const [now, actor] = await Promise.all([today(tx), directory.actorOf(tx, caller)]);
        return explainFor(parts, tx, { ...now, actor }, { caller, query });
      }),
    matters: async (caller) => presentMatters(await packFor(caller), caller.locale),
    teleworkOn: ({ municipalityId, day }) => teleworkRulesOf(packOf(municipalityId, day)),
    telework: async (caller, { q }) => presentTelework(await packFor(caller), { locale: caller.locale, q }),
    workingTimeOn: ({ municipalityId, day }) => workingTimeOf(packOf(municipalityId, day).file, day),
    workingTime: async (caller) => presentWorkingTime(await packFor(caller), { locale: caller.locale, day: dayOf() }),
    meetingsOn: ({ municipalityId, day }) => meetingRulesOf(packOf(municipalityId, day).file),
    meetings: async (caller) => presentMeetings(await packFor(caller), caller.locale),
    schedulesOn: ({ municipalityId, day }) => scheduleRulesOf(packOf(municipalityId, day).file),
    registersOn: ({ municipalityId, day }) => registerRulesOf(packOf(municipalityId, day).file),
    workingVersionsOn: ({ municipalityId, day }) => workingVersionsOf(packOf(municipalityId, day)),
    disclosureOn: ({ municipalityId, day }) => disclosureRulesOf(packOf(municipalityId, day).file),
    table: async (caller) => packTable(await packFor(caller), caller.locale),
    async rulesThatBreak(tx, day) {
      await shelf.ready(tx);
      const pack = packOf(tx.municipalityId, day);
      return (there) => [...rulesThatBreak(pack, there), ...routesThatBreak(pack, there)];
    },
  };
}
