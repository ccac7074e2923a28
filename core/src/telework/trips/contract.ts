import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';

const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/u);
const moment = z.strictObject({ date: typedDay(), time });

/** `POST /api/v1/trips` and `/trips/check`: 出張（旅行命令）の申請. */
export const TripRequestInputSchema = z.strictObject({
  /** 用務先 */
  destination: typedLine(100),
  /** 用務 */
  purpose: typedLines(1000),
  from: moment,
  to: moment,
  /** 市内・国内・外国 */
  area: z.enum(['CITY', 'DOMESTIC', 'OVERSEAS']).default('DOMESTIC'),
  /** 直行: from home, without the office. */
  startsAt: z.enum(['OFFICE', 'HOME']).default('OFFICE'),
  /** 帰庁・直帰 */
  returnsTo: z.enum(['OFFICE', 'HOME']).default('OFFICE'),
  /** 旅費の見込み, where it is known. */
  amountYen: z.number().int().min(0).max(100_000_000).nullable().default(null),
  contact: typedLinesOrNothing(200).default(''),
  /** Why it comes late; needed from the day on which it begins. */
  reason: typedLinesOrNothing(1000).default(''),
  /** The days of an earlier trip in whose place this one comes once it is approved. */
  replaces: z
    .strictObject({ applicationId: z.uuid(), itemIds: z.array(z.uuid()).min(1).max(100) })
    .nullable()
    .default(null),
});
export type TripRequestInput = z.infer<typeof TripRequestInputSchema>;

/** `POST /api/v1/trips/{id}/report`: 復命. It is put before the superiors as a case of its own. */
export const TripReportInputSchema = z.strictObject({
  /** Of the report; 0 where there is none yet. */
  version: z.number().int().min(0).max(2_147_483_647),
  text: typedLines(4000),
});
export type TripReportInput = z.infer<typeof TripReportInputSchema>;

/** `GET /api/v1/trips/{id}/report` */
export const TripReportViewSchema = z.object({
  applicationId: z.string(),
  version: z.number().int(),
  person: PersonSchema,
  destination: z.string(),
  /** WAITS = the trip is over and nothing was reported; NOT_YET = it is not over. */
  state: z.enum(['NOT_YET', 'WAITS', 'REPORTED']),
  text: z.string(),
  reportedAt: z.string().nullable(),
  /** The case of the report, for whoever may see it. */
  caseId: z.string().nullable(),
  /** Why the case could not be put before the superiors. */
  problem: z.string().nullable(),
  may: z.object({ report: z.boolean() }),
});
export type TripReportView = z.infer<typeof TripReportViewSchema>;
