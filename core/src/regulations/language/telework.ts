import { z } from 'zod';
import { DesignationSchema, NameSchema, TextSchema } from './parts.ts';
import {
  CommitmentSchema,
  KindSchema,
  OvertimeSchema,
  SeveritySchema,
  SpanOfTimeSchema,
  SpanSchema,
  TimeSchema,
  WordsSchema,
} from './telework-parts.ts';
import {
  ProcedureSchema,
  ReportSchema,
  SwitchSchema,
  TalkSchema,
  TeleworkRuleSchema,
  TreatmentSchema,
} from './telework-rules.ts';

const ContactSchema = z.strictObject({
  code: NameSchema,
  name: TextSchema.describe('聞く先の名前 / whom to ask, in words'),
  to: DesignationSchema.optional(),
});

const day = z.iso.date();
const names = z.array(NameSchema);

/** The facts of a case, as an example writes them. */
const factsShape = {
  today: day,
  date: day,
  employment: NameSchema,
  unit: z.string().min(1),
  reasons: names,
  registration: z
    .strictObject({ from: day, until: day, places: names, devices: names })
    .nullable()
    .describe('利用者登録。なければ null / the registration; null: none'),
  kind: KindSchema,
  span: SpanSchema,
  time: SpanOfTimeSchema.nullable().describe('HOURS の時間 / the time, for HOURS'),
  place: NameSchema,
  networks: names,
  devices: names,
  information: names,
  breaks: z.array(SpanOfTimeSchema).nullable().describe('休憩の変更。なければ null / changed breaks'),
  overtime: OvertimeSchema,
  stated: z.strictObject({ CONTACT: z.string(), TASKS: z.string(), REASON: z.string() }).partial(),
  days: z.array(z.strictObject({ date: day, span: SpanSchema })).describe('ほかのテレワークの日 / other telework days'),
  commitments: z.array(
    z.strictObject({ date: day, kind: CommitmentSchema, from: TimeSchema.optional(), to: TimeSchema.optional() }),
  ),
  switches: z.array(z.strictObject({ switch: NameSchema, orderNumber: z.string().min(1), from: day, until: day })),
};
const FactsSchema = z.strictObject(factsShape);
export type TeleworkFacts = z.infer<typeof FactsSchema>;

/** 例: a case that differs from the usual one in a few facts, and what must come of it. */
const TeleworkExampleSchema = z.strictObject({
  name: z.string().min(1),
  with: FactsSchema.partial().default({}),
  expect: z.strictObject({
    verdict: z.union([z.literal('ALLOWED'), SeveritySchema]),
    articles: z.array(z.string().min(1)).optional().describe('反する行の根拠条項 / articles of what is broken'),
    procedures: names.optional().describe('要る手続の行、順に / rows of the chain, in order'),
    reports: names.optional().describe('報告の行 / rows of the reports due'),
    treatments: names.optional().describe('当たる取扱いの行 / rows of the treatments'),
    relaxed: names.optional().describe('切替えで緩んだ行 / rows relaxed by a switch'),
    breaks: z.array(SpanOfTimeSchema).optional(),
  }),
});

/** テレワークの定め: may one, when, where, with what, and what is to be done besides. */
export const TeleworkSchema = z.strictObject({
  title: TextSchema.describe('要領の題名 / the title of the rules'),
  article: z.string().min(1).describe('定めの根拠 / the article on which telework rests'),
  weekStartsOn: z.enum(['MONDAY', 'SUNDAY']).default('MONDAY'),
  words: WordsSchema,
  contacts: z.array(ContactSchema).min(1),
  ask: NameSchema.describe('ほかに定めのないときの聞く先 / whom to ask where no row says otherwise'),
  rules: z.array(TeleworkRuleSchema).min(1),
  procedures: z.array(ProcedureSchema).default([]),
  reports: z.array(ReportSchema).default([]),
  treatments: z.array(TreatmentSchema).default([]),
  switches: z.array(SwitchSchema).default([]),
  talk: TalkSchema.optional().describe(
    '対話の案内。書かなければ行わない / tells heads after some telework days that it may be time to talk; missing: never',
  ),
  examples: z.strictObject({
    usual: FactsSchema.describe('ふつうの申請 / the usual application'),
    cases: z.array(TeleworkExampleSchema).min(1),
  }),
});

export type Telework = z.infer<typeof TeleworkSchema>;
export type TeleworkRule = Telework['rules'][number];
export type TeleworkProcedure = Telework['procedures'][number];
export type TeleworkReport = Telework['reports'][number];
export type TeleworkTreatment = Telework['treatments'][number];
export type TeleworkSwitch = Telework['switches'][number];
export type TeleworkContact = Telework['contacts'][number];
export type TeleworkExample = Telework['examples']['cases'][number];
