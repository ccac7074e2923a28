import { z } from 'zod';
import { DesignationSchema, NameSchema, rowShape, TextSchema } from './parts.ts';

const KINDS = ['HOME', 'SATELLITE', 'MOBILE'] as const;
const SPANS = ['DAY', 'MORNING', 'AFTERNOON', 'HOURS'] as const;
const OVERTIMES = ['NONE', 'ORDERED', 'UNORDERED'] as const;
const COMMITMENTS = ['LEAVE', 'TRIP', 'MEETING_IN_PERSON', 'DUTY'] as const;
const FIELDS = ['CONTACT', 'TASKS', 'REASON'] as const;
const SEVERITIES = ['REFUSED', 'NEEDS_SPECIAL_APPROVAL', 'WARNED'] as const;

export const KindSchema = z.enum(KINDS).describe('在宅・サテライト・モバイル / at home, satellite office, on the move');
export const SpanSchema = z.enum(SPANS).describe('全日・午前・午後・時間 / whole day, morning, afternoon, hours');
export const OvertimeSchema = z
  .enum(OVERTIMES)
  .describe('時間外: なし・事前命令あり・命令なし / none, ordered, not ordered');
export const CommitmentSchema = z
  .enum(COMMITMENTS)
  .describe('休暇・出張・対面の会議・当番 / leave, trip, meeting in person, duty at the office');
export const FieldSchema = z.enum(FIELDS).describe('連絡先・業務の予定・理由 / contact, planned tasks, reason');
export const SeveritySchema = z.enum(SEVERITIES);
export type Severity = (typeof SEVERITIES)[number];

export const TimeSchema = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/u);
export const SpanOfTimeSchema = z.strictObject({ from: TimeSchema, to: TimeSchema });

/** A word that the city's rules use: a place, an information, a reason; applications choose among them. */
const WordSchema = z.strictObject({
  code: NameSchema,
  name: TextSchema,
  help: TextSchema.optional().describe('申請する人への説明 / told to whoever applies'),
});
const words = (what: string) => z.array(WordSchema).default([]).describe(what);

export const WordsSchema = z.strictObject({
  employments: words('任用の種別（条件附採用、会計年度任用職員など） / kinds of employment'),
  reasons: words('事由（育児、介護、妊娠など） / reasons that a person may have'),
  places: words('場所（自宅、配偶者の住居など） / places'),
  networks: words('通信回線 / networks'),
  devices: words('端末 / devices'),
  information: words('扱う情報・業務 / information and work handled'),
});
/** The lists of words, as conditions and `ONLY` rows name them. */
export const WORD_LISTS = ['employments', 'reasons', 'places', 'networks', 'devices', 'information'] as const;
export type WordList = (typeof WORD_LISTS)[number];

const names = (what: string) => z.array(NameSchema).min(1).optional().describe(what);
const listsShape = {
  employments: names('任用の種別 / kinds of employment'),
  reasons: names('本人の事由 / reasons of the person'),
  places: names('場所 / places'),
  networks: names('通信回線 / networks'),
  devices: names('端末 / devices'),
  information: names('扱う情報・業務 / information and work handled'),
  kinds: z.array(KindSchema).min(1).optional(),
  spans: z.array(SpanSchema).min(1).optional(),
};

/** When a telework row applies. Everything named must hold; of the words of one name any. */
export const TeleworkTestSchema = z
  .strictObject({
    ...listsShape,
    units: z.array(z.string().min(1)).min(1).optional().describe('本人の所属又はその上位 / the unit or one above it'),
    with: z.array(CommitmentSchema).min(1).optional().describe('同じ日にあるもの / on the same day as'),
    overtime: z.array(OvertimeSchema).min(1).optional(),
  })
  .refine((test) => Object.keys(test).length > 0, 'a condition is missing');
export type TeleworkTest = z.infer<typeof TeleworkTestSchema>;

/** What `ONLY` rows allow: of each list that is named, these and nothing else. */
export const OnlySchema = z
  .strictObject(listsShape)
  .refine((lists) => Object.keys(lists).length > 0, 'a condition is missing');

const tests = z.union([TeleworkTestSchema, z.array(TeleworkTestSchema).min(1)]).optional();
export const teleworkRow = {
  ...rowShape,
  when: tests.describe('この場合に限る。配列はいずれか / only then; a list means any of them'),
  unless: tests.describe('この場合を除く。配列はいずれか / not then; a list means any of them'),
};

/** What every rule has that an application can break. */
export const ruleShape = {
  ...teleworkRow,
  otherwise: SeveritySchema.default('REFUSED').describe(
    '反するとき: 断る・特別の承認を要する・注意する / when broken: refused, needs special approval, warned',
  ),
  by: DesignationSchema.optional().describe('特別の承認をする者 / who gives the special approval'),
  ask: NameSchema.optional().describe('聞く先。なければ全体の聞く先 / whom to ask; missing: that of the whole'),
};
