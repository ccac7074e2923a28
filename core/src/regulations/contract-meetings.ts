import { z } from 'zod';

const TermSchema = z.object({
  days: z.int(),
  count: z.enum(['CALENDAR', 'WORKING']),
  ifClosed: z.enum(['NEXT_WORKING_DAY', 'SAME_DAY']),
  /** 「会議の日の翌日から45日以内（末日が休日のときは次の開庁日）」 */
  sentence: z.string(),
  article: z.string(),
});

/** 会議の定め, for people: what each 会議体 records, until when, who confirms and signs. */
export const MeetingRulesViewSchema = z.object({
  regulationVersion: z.string(),
  /** Null where the regulations in force say nothing about meetings; there are no bodies then. */
  title: z.string().nullable(),
  article: z.string().nullable(),
  items: z.array(
    z.object({
      bodyId: z.string(),
      name: z.string(),
      sentence: z.string(),
      article: z.string(),
      /** INTERNAL: of the staff; COUNCIL: 審議会等, 議会. */
      kind: z.enum(['INTERNAL', 'COUNCIL']),
      /** 事務局, by name; none: every section holds such meetings. */
      secretariat: z.array(z.string()),
      /** As a rule. */
      openness: z.enum(['OPEN', 'CLOSED']),
      /** For closing a meeting, and for taking words out of a publication copy. */
      closedGrounds: z.array(z.object({ groundId: z.string(), text: z.string(), article: z.string() })),
      required: z.array(
        z.object({
          item: z.enum(['agenda', 'place', 'attendees', 'staff', 'observers', 'papers', 'opennessReason']),
          name: z.string(),
        }),
      ),
      summary: TermSchema.nullable(),
      minutes: TermSchema.nullable(),
      /** AGREES: who does not answer agrees. */
      confirmation: TermSchema.extend({ silence: z.enum(['AGREES', 'STAYS_OPEN']) }).nullable(),
      signers: z.int(),
      /** The matter by which the minutes are decided; null: they are final without. */
      decision: z.object({ matter: z.string(), name: z.string() }).nullable(),
      classification: z.object({ code: z.string(), path: z.string(), years: z.int(), article: z.string() }).nullable(),
      /** Days after the minutes are final. */
      recording: z.object({ keepDays: z.int(), sentence: z.string(), article: z.string() }).nullable(),
      /** What those who attend are told of recording and transcription (M-19). */
      notice: z.object({ text: z.string(), article: z.string() }).nullable(),
    }),
  ),
});
export type MeetingRulesView = z.infer<typeof MeetingRulesViewSchema>;
