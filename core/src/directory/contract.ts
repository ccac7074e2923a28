import { z } from 'zod';

/** What a person may do besides the posts they hold (features.md O-05). */
export const RoleSchema = z.enum([
  'RECORDS_OFFICER',
  'CHIEF_RECORDS_MANAGER',
  'AUDITOR',
  'ADMIN',
  'PERSONNEL',
  'GENERAL_AFFAIRS',
  'SECURITY_OFFICER',
  'SECRETARY',
]);
export type Role = z.infer<typeof RoleSchema>;

/** A person as shown: the name, and the post and unit they held on the day meant. */
export const PersonSchema = z.object({
  staffId: z.string(),
  name: z.string(),
  postTitle: z.string(),
  unitName: z.string(),
});
export type Person = z.infer<typeof PersonSchema>;

export const MeSchema = z.object({
  staffId: z.string(),
  name: z.string(),
  signInName: z.string(),
  municipality: z.object({ id: z.string(), name: z.string() }),
  posts: z.array(
    z.object({
      postId: z.string(),
      title: z.string(),
      unitName: z.string(),
      /** 兼務: held beside the main post. */
      concurrent: z.boolean(),
    }),
  ),
  roles: z.array(RoleSchema),
  /** True against the make-believe tenant; every page says so. */
  sandbox: z.boolean(),
});
export type Me = z.infer<typeof MeSchema>;

/** What is wrong with the CSV of posts, as data: the sentence is made where it is said. */
export const CsvProblemSchema = z.object({
  /** The header is line 1. */
  line: z.number().int(),
  column: z.string().nullable(),
  value: z.string(),
  code: z.enum([
    'missing_column',
    'broken_line',
    'no_lines',
    'empty',
    'wrong_value',
    'no_such_unit',
    'in_a_circle',
    'contradicts',
  ]),
});
export type CsvProblem = z.infer<typeof CsvProblemSchema>;
