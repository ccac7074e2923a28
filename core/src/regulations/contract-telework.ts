import { z } from 'zod';

const WordSchema = z.object({ code: z.string(), name: z.string(), help: z.string().nullable() });

/** できる・できない・理由・聞く先: one row of the telework rules, for people. */
export const TeleworkRuleViewSchema = z.object({
  row: z.string(),
  /** What the row is about, by which a page groups: `CAP`, `REPORT`, `COMMUTING_ALLOWANCE` … */
  topic: z.string(),
  /** CANNOT: refused where broken; SPECIAL_APPROVAL: only with one; CAUTION: told; MUST: to be done; FACT: how it is treated; SWITCH: what an order relaxes. */
  answer: z.enum(['CANNOT', 'SPECIAL_APPROVAL', 'CAUTION', 'MUST', 'FACT', 'SWITCH']),
  sentence: z.string(),
  article: z.string(),
  ask: z.string(),
  /** Names of the switches that relax it. */
  relaxedBy: z.array(z.string()),
});
export type TeleworkRuleView = z.infer<typeof TeleworkRuleViewSchema>;

export const TeleworkRulesViewSchema = z.object({
  regulationVersion: z.string(),
  /** Null where the regulations in force say nothing about telework: `problem` then says so. */
  title: z.string().nullable(),
  article: z.string().nullable(),
  problem: z.string().nullable(),
  ask: z.string(),
  items: z.array(TeleworkRuleViewSchema),
  /** What an application chooses from. */
  words: z.object({
    kinds: z.array(WordSchema),
    spans: z.array(WordSchema),
    employments: z.array(WordSchema),
    reasons: z.array(WordSchema),
    places: z.array(WordSchema),
    networks: z.array(WordSchema),
    devices: z.array(WordSchema),
    information: z.array(WordSchema),
  }),
  switches: z.array(
    z.object({ code: z.string(), name: z.string(), article: z.string(), longestDays: z.int().nullable() }),
  ),
});
export type TeleworkRulesView = z.infer<typeof TeleworkRulesViewSchema>;

/** Only rows in whose words all of these stand. */
export const TeleworkRulesQuerySchema = z.strictObject({ q: z.string().max(200).default('') });
export type TeleworkRulesQuery = z.infer<typeof TeleworkRulesQuerySchema>;
