import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { MonthSchema } from './contract.ts';

const count = z.number().int();

/** `GET /api/v1/telework/closing`: the city by unit; with `unitId` also who blocks in it, worked out anew. */
export const ClosingQuerySchema = z.strictObject({ month: MonthSchema, unitId: z.uuid().optional() });

export const ClosingCountsSchema = z.object({
  people: count,
  closed: count,
  confirmed: count,
  /** Neither confirmed nor blocked: they wait for their boss. */
  waiting: count,
  blocked: count,
});
export type ClosingCounts = z.infer<typeof ClosingCountsSchema>;

export const BlockingSchema = z.object({
  person: PersonSchema,
  /** Who would confirm it. */
  bosses: z.array(PersonSchema),
  why: z.array(z.object({ code: z.string(), words: z.string(), dates: z.array(z.string()) })),
  unlocked: z.boolean(),
  closedChanged: z.boolean(),
});

export const ClosingViewSchema = ClosingCountsSchema.extend({
  month: z.string(),
  isOver: z.boolean(),
  /** The oldest look at anybody that these figures rest on; null where nobody was looked at yet. */
  asOf: z.string().nullable(),
  /** Figures are being worked out anew; ask again in some seconds. */
  refreshing: z.boolean(),
  units: z.array(ClosingCountsSchema.extend({ unitId: z.string(), unitName: z.string() })),
  /** Of the unit asked for. */
  blocking: z.array(BlockingSchema),
  closings: z.array(
    z.object({
      closingId: z.string(),
      unitName: z.string().nullable(),
      begunAt: z.string(),
      by: PersonSchema,
      doneAt: z.string().nullable(),
      closed: count.nullable(),
      leftOut: count.nullable(),
    }),
  ),
  may: z.object({ close: z.boolean() }),
});
export type ClosingView = z.infer<typeof ClosingViewSchema>;

/** `POST /api/v1/telework/closing`: everybody of the unit and below it, or of the city. */
export const CloseInputSchema = z.strictObject({ month: MonthSchema, unitId: z.uuid().nullable().default(null) });
export type CloseInput = z.infer<typeof CloseInputSchema>;

/** `GET /api/v1/telework/sheets/{month}/export` */
export const ExportQuerySchema = z.strictObject({
  encoding: z.enum(['utf8', 'sjis']).default('utf8'),
  /** `days`: a row for each person and day; `counts`: a row for each person with the days of each kind (通勤手当). */
  kind: z.enum(['days', 'counts']).default('days'),
  unitId: z.uuid().optional(),
  /** Only what is closed, or everything as it stands. */
  closedOnly: z.enum(['true', 'false']).default('false'),
});
export type ExportQuery = z.infer<typeof ExportQuerySchema>;

/** `GET /api/v1/telework/sheets/{month}/export/characters`: what Shift_JIS lacks in the export. */
export const CharactersSchema = z.object({
  items: z.array(
    z.object({ staffNumber: z.string(), name: z.string(), character: z.string(), codePoint: z.string(), lines: count }),
  ),
});
export type Characters = z.infer<typeof CharactersSchema>;

export const TeleworkStatisticsQuerySchema = z.strictObject({ month: MonthSchema });

const Rate = z.object({
  people: count,
  /** Of them, who teleworked at least once. */
  teleworked: count,
  days: count,
  /** 実施率: `teleworked` of `people`, in percent to a tenth. */
  percent: z.number(),
});

/** `GET /api/v1/stats/telework`: no figure of fewer than five people, and none from which one could be worked out. */
export const TeleworkStatisticsSchema = z.object({
  month: z.string(),
  fewestPeople: count,
  whole: Rate.nullable(),
  sections: z.array(z.object({ unitId: z.string(), unitName: z.string(), rate: Rate.nullable(), words: z.string() })),
  refusals: z.array(z.object({ code: z.string(), words: z.string(), count: count.nullable() })),
  explanation: z.string(),
});
export type TeleworkStatistics = z.infer<typeof TeleworkStatisticsSchema>;

/** `PUT /api/v1/telework/staff-numbers` and `POST /api/v1/telework/pc-logs`: a CSV as a file. */
export const ImportedSchema = z.object({
  taken: count,
  /** Lines that name nobody, or say nothing that can be read; the others were taken. */
  problems: z.array(z.object({ line: count, words: z.string() })),
});
export type Imported = z.infer<typeof ImportedSchema>;
