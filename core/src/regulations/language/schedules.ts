import { z } from 'zod';
import { rowShape, TextSchema } from './parts.ts';

const article = z.string().min(1);
const LONGEST = 600;
const minutes = z.int().min(0).max(LONGEST);

const TravelSchema = z.strictObject({
  ...rowShape,
  between: z
    .array(z.string().min(1))
    .min(1)
    .max(2)
    .describe('所属のコード二つ。一つなら本庁との間 / two units; one alone: between it and the main office'),
  minutes: minutes.describe('片道の分 / minutes one way'),
});

const ExecutivesSchema = z.strictObject({
  ...rowShape,
  posts: z
    .array(z.string().min(1))
    .min(1)
    .describe('職のコード / posts whose holders do not keep their calendars alone'),
  secretaries: z
    .array(z.string().min(1))
    .min(1)
    .describe('その予定表を預かる所属のコード / units whose members keep these calendars'),
});

const ExampleSchema = z.strictObject({
  name: z.string().min(1),
  between: z
    .array(z.string().min(1))
    .min(1)
    .max(2)
    .describe('所属。一つなら本庁との間 / units; one: and the main office'),
  expect: z.strictObject({ travelMinutes: minutes }),
});

/** 庁舎間の移動: how long it takes from office to office, by which meetings elsewhere are planned; and who keeps whose calendar. */
export const SchedulesSchema = z.strictObject({
  title: TextSchema.describe('定めの題名 / the title of the rules'),
  article: article.describe('定めの根拠 / the article on which they rest'),
  mainOffice: TextSchema.default({ ja: '本庁', en: 'Main office' }).describe('本庁の呼び名 / the main office'),
  travel: z.array(TravelSchema).default([]).describe('庁舎間の移動時間 / minutes between offices'),
  otherwise: minutes.default(30).describe('表にない庁舎との間の分 / minutes to an office that no row names'),
  executives: z
    .array(ExecutivesSchema)
    .default([])
    .describe('予定表を預かる秘書。市長・副市長のほか / who keeps whose calendar, beside 市長 and 副市長'),
  examples: z.array(ExampleSchema).default([]),
});

export type SchedulesBlock = z.infer<typeof SchedulesSchema>;
export type ScheduleExample = SchedulesBlock['examples'][number];
