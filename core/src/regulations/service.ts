import type { LineUnit, UnitKind, UnitRef } from '../directory/index.ts';
import type { Clock } from '../platform/index.ts';
import { badInput, type Caller, type LocalDate, localDateOf } from '../shared/index.ts';
import type { Classification, DecisionBasis } from './contract.ts';
import { type LineOfReview, lineOfReview } from './line.ts';
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
}

export function createRegulations({ clock }: { clock: Clock }): Regulations {
  const packOf = (municipalityId: string, day: LocalDate) => inForceOn(packsOf(municipalityId), day);
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
  };
}
