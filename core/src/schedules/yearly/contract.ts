import { z } from 'zod';
import { YEARS_WITH_HOLIDAYS } from '../../shared/holidays.ts';
import { typedDay, typedLine, typedLinesOrNothing } from '../../shared/typed-text.ts';

const month = z.number().int().min(1).max(12);
/** 0 is Sunday. */
const weekday = z.number().int().min(0).max(6);
const version = z.number().int().min(1).max(2_147_483_647);
const fiscalYear = z.coerce.number().int().min(YEARS_WITH_HOLIDAYS.first).max(YEARS_WITH_HOLIDAYS.last);

export const YearlyRuleSchema = z.discriminatedUnion('kind', [
  /** 4月第2水曜 */
  z.strictObject({ kind: z.literal('NTH_WEEKDAY'), month, nth: z.number().int().min(1).max(5), weekday }),
  /** 3月最終金曜 */
  z.strictObject({ kind: z.literal('LAST_WEEKDAY'), month, weekday }),
  /** 6月1日; where that is a day off: as it is, or the working day before or after. */
  z.strictObject({
    kind: z.literal('DAY'),
    month,
    day: z.number().int().min(1).max(31),
    onDayOff: z.enum(['KEEP', 'BEFORE', 'AFTER']),
  }),
  /** 「第1回は議会前」: people say the day every year. */
  z.strictObject({ kind: z.literal('BY_HAND') }),
]);
export type YearlyRule = z.infer<typeof YearlyRuleSchema>;

export const YearlyDoubtSchema = z.object({
  kind: z.enum(['HOLIDAY', 'DAY_OFF', 'NO_SUCH_DAY', 'BY_HAND']),
  /** Of HOLIDAY its name. */
  name: z.string().nullable(),
});
export type YearlyDoubt = z.infer<typeof YearlyDoubtSchema>;

export const YearlyItemSchema = z.object({
  itemId: z.string(),
  title: z.string(),
  note: z.string(),
  rule: YearlyRuleSchema,
  date: z.string(),
  /** The last day. */
  until: z.string(),
  days: z.number().int(),
  daysBefore: z.number().int(),
  /** null: nothing is said of preparing it. */
  preparedFrom: z.string().nullable(),
  doubts: z.array(YearlyDoubtSchema),
  version: z.number().int(),
});
export type YearlyItemView = z.infer<typeof YearlyItemSchema>;

/** `GET /api/v1/schedules/yearly` and `…/next`: left out: the caller's own section, this fiscal year. */
export const YearlyQuerySchema = z.strictObject({ unit: z.uuid().optional(), year: fiscalYear.optional() });
export type YearlyQuery = z.infer<typeof YearlyQuerySchema>;

const UnitSchema = z.object({
  unitId: z.string(),
  name: z.string(),
  /** It is there no more. */
  former: z.boolean(),
});

export const YearlyViewSchema = z.object({
  fiscalYear: z.number().int(),
  unit: UnitSchema,
  /** Those whose lists the caller may read. */
  units: z.array(UnitSchema),
  /** By their days. */
  items: z.array(YearlyItemSchema),
  may: z.object({ edit: z.boolean(), takeOver: z.boolean() }),
});
export type YearlyView = z.infer<typeof YearlyViewSchema>;

/**
 * `GET /api/v1/schedules/yearly/next`: what the list would be in the next fiscal year; what a section that is gone has
 * from the year of its end on stays in its year.
 */
export const YearlyPreviewSchema = z.object({
  /** Into which year. */
  fiscalYear: z.number().int(),
  unit: UnitSchema,
  /** Into whose list it can go: the section itself, or those that can have what a section that is gone has left. */
  into: z.array(UnitSchema),
  /** The days of that year on which the city hall is closed; `name` of a holiday. */
  daysOff: z.array(z.object({ date: z.string(), name: z.string().nullable() })),
  items: z.array(
    z.object({
      /** As it is in the year before. */
      item: YearlyItemSchema,
      date: z.string(),
      doubts: z.array(YearlyDoubtSchema),
      /** Days that would do better. */
      instead: z.array(z.string()),
      /** It stands in the next year's list already. */
      taken: z.boolean(),
    }),
  ),
  may: z.object({ takeOver: z.boolean() }),
});
export type YearlyPreview = z.infer<typeof YearlyPreviewSchema>;

const fields = {
  title: typedLine(100),
  note: typedLinesOrNothing(1000),
  rule: YearlyRuleSchema,
  /** null: by the rule. */
  date: typedDay().nullable(),
  days: z.number().int().min(1).max(31),
  daysBefore: z.number().int().min(0).max(365),
};

/** `POST /api/v1/schedules/yearly` */
export const AddYearlyInputSchema = z.strictObject({
  ...fields,
  unit: z.uuid(),
  year: fiscalYear,
  note: fields.note.default(''),
  date: fields.date.default(null),
  days: fields.days.default(1),
  daysBefore: fields.daysBefore.default(0),
});
export type AddYearlyInput = z.infer<typeof AddYearlyInputSchema>;

/** `PATCH /api/v1/schedules/yearly/{id}` */
export const ChangeYearlyInputSchema = z.strictObject({ ...fields, version });
export type ChangeYearlyInput = z.infer<typeof ChangeYearlyInputSchema>;

/** `DELETE /api/v1/schedules/yearly/{id}` */
export const RemoveYearlyQuerySchema = z.strictObject({ version: z.coerce.number().int().min(1) });

/** `POST /api/v1/schedules/yearly/take-over`: `year` is the one from which it is taken. */
export const TakeOverInputSchema = z.strictObject({
  unit: z.uuid(),
  year: fiscalYear,
  /** Whose list it goes into; left out: the same section's. */
  into: z.uuid().optional(),
  items: z
    .array(z.strictObject({ itemId: z.uuid(), version, date: typedDay() }))
    .min(1)
    .max(200),
});
export type TakeOverInput = z.infer<typeof TakeOverInputSchema>;
