import { z } from 'zod';
import { NameSchema, rowShape, TextSchema } from './parts.ts';

/** What a body may have to record, beside its name, the day and what was said. */
export const MEETING_ITEMS = [
  'agenda',
  'place',
  'attendees',
  'staff',
  'observers',
  'papers',
  'opennessReason',
] as const;

const article = z.string().min(1);
const date = z.iso.date();

const TermSchema = z.strictObject({
  days: z.int().min(0).max(366).describe('日数。初日は数えない / days; the first day is not counted'),
  count: z.enum(['CALENDAR', 'WORKING']).describe('暦日か開庁日か / days of the calendar, or working days'),
  ifClosed: z
    .enum(['NEXT_WORKING_DAY', 'SAME_DAY'])
    .default('NEXT_WORKING_DAY')
    .describe('末日が休日のとき。次の開庁日か、その日のままか / where the last day is a day off'),
  article,
});

/** 会議を非公開とし、又は会議録から除く理由: as a rule the items of 情報公開条例. */
const GroundSchema = z.strictObject({
  id: NameSchema,
  text: TextSchema.describe('理由の文 / the ground in words'),
  article,
});

const BodySchema = z.strictObject({
  ...rowShape,
  name: TextSchema.describe('会議体の名前 / the name of the body'),
  kind: z.enum(['INTERNAL', 'COUNCIL']).describe('庁議・課内会議などか、審議会等・議会か / of the staff, or a council'),
  secretariat: z
    .array(NameSchema)
    .max(20)
    .default([])
    .describe(
      '事務局の所属。書かなければ、どの課もこの会議体の会議を作れる / its secretariat; none: every section holds such meetings',
    ),
  openness: z.enum(['OPEN', 'CLOSED']).describe('原則として公開か / open as a rule, or not'),
  closedGrounds: z
    .array(NameSchema)
    .optional()
    .describe('この会議体で使える非公開の理由。書かなければ全て / grounds that hold here; missing: all'),
  required: z.array(z.enum(MEETING_ITEMS)).default([]).describe('必ず記録する事項 / what is always recorded'),
  deadlines: z
    .strictObject({
      summary: TermSchema.nullable().default(null).describe('会議概要の期限。会議の日から / the summary is due'),
      minutes: TermSchema.nullable().default(null).describe('会議録の期限。会議の日から / the minutes are due'),
    })
    .default({ summary: null, minutes: null }),
  confirmation: z
    .strictObject({
      term: TermSchema.describe('確認を依頼した日から / from the day on which they were asked'),
      silence: z
        .enum(['AGREES', 'STAYS_OPEN'])
        .describe('答えのないとき。同意とみなすか、待つか / no answer: agrees, or stays open'),
    })
    .nullable()
    .default(null)
    .describe('出席者の確認。なければ null / confirmation by those who were there'),
  signers: z.int().min(0).max(30).default(0).describe('議長のほかの署名委員の人数 / members who sign beside the chair'),
  decision: z
    .strictObject({
      matter: NameSchema.describe('会議録の決裁の事案 / the matter by which the minutes are decided'),
      facts: z.record(NameSchema, z.union([z.number(), z.boolean(), z.string()])).default({}),
    })
    .nullable()
    .default(null)
    .describe('決裁を要しなければ null / null: nobody decides'),
  classification: z.string().min(1).nullable().default(null).describe('文書分類 / the file-plan class'),
  recording: z
    .strictObject({
      keepDays: z
        .int()
        .min(0)
        .max(3650)
        .describe('確定の日の翌日から何日残すか / days kept after the minutes are final'),
      from: z.literal('FINAL').default('FINAL'),
      article,
    })
    .nullable()
    .default(null)
    .describe('録音・文字起こしの保存。なければ null / how long recordings are kept'),
  notice: z
    .strictObject({ text: TextSchema, article })
    .nullable()
    .default(null)
    .describe('録音・文字起こしを出席者に知らせる文。なければ null / what those who attend are told of recording'),
});

const MeetingExampleSchema = z.strictObject({
  name: z.string().min(1),
  body: NameSchema,
  heldOn: date.optional().describe('会議の日 / the day of the meeting'),
  askedOn: date.optional().describe('出席者に確認を依頼した日 / the day on which confirmation was asked for'),
  finalOn: date.optional().describe('会議録が確定した日 / the day on which the minutes became final'),
  unit: z.string().min(1).optional().describe('起案所属 / the unit in which the case is drafted'),
  expect: z
    .strictObject({
      summary: date.nullable().describe('会議概要の期限 / the summary is due'),
      minutes: date.nullable().describe('会議録の期限 / the minutes are due'),
      confirmation: date.nullable().describe('確認の期限 / confirmation is due'),
      recording: date.nullable().describe('録音を残す最後の日 / the last day of keeping recordings'),
      class: NameSchema.nullable().describe('決裁する段階 / the class that decides'),
      article: article.nullable().describe('決裁の根拠条項 / article of the decision'),
      grounds: z.array(NameSchema).describe('使える非公開の理由 / grounds that hold'),
    })
    .partial(),
});

/** 会議の定め: what a 会議体 records, until when, who confirms and signs, how long recordings are kept. */
export const MeetingsSchema = z.strictObject({
  title: TextSchema.describe('要領の題名 / the title of the rules'),
  article: article.describe('定めの根拠 / the article on which they rest'),
  grounds: z.array(GroundSchema).default([]).describe('非公開・墨消しの理由 / grounds for closing and for redactions'),
  bodies: z.array(BodySchema).min(1).describe('会議体 / the bodies'),
  examples: z.array(MeetingExampleSchema).min(1),
});

export type MeetingsBlock = z.infer<typeof MeetingsSchema>;
export type MeetingBodyRow = MeetingsBlock['bodies'][number];
export type MeetingTermRow = z.infer<typeof TermSchema>;
export type MeetingExample = MeetingsBlock['examples'][number];

/** Every row of the block, with its article; a ground says what it is. */
export const meetingRowsOf = ({ grounds, bodies }: MeetingsBlock) => [
  ...grounds.map(({ id, article, text }) => ({ id, article, sentence: text })),
  ...bodies,
];
