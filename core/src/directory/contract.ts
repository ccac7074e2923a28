import { z } from 'zod';

/** What a person may do besides the posts they hold. */
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

/** What the lists of units, posts and staff are asked. */
export const ListQuerySchema = z.strictObject({
  /** Words, each of which must be found. */
  q: z.string().max(100).default(''),
  unitId: z.uuid().optional(),
  /** The organisation of this day; today where nothing is said. Days to come: personnel and general affairs only. */
  on: z.iso.date().optional(),
  cursor: z.string().max(400).optional(),
});
export type ListQuery = z.infer<typeof ListQuerySchema>;

const HolderSchema = z.object({ staffId: z.string(), name: z.string(), concurrent: z.boolean() });

export const ListedUnitSchema = z.object({
  unitId: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['BUREAU', 'DEPARTMENT', 'SECTION', 'SUBSECTION', 'OFFICE', 'BRANCH']),
  parentUnitId: z.string().nullable(),
  /** 所属長; without holders where the post is vacant. */
  head: z.object({ postId: z.string(), title: z.string(), holders: z.array(HolderSchema) }).nullable(),
});
export type ListedUnit = z.infer<typeof ListedUnitSchema>;

export const ListedPostSchema = z.object({
  postId: z.string(),
  code: z.string(),
  title: z.string(),
  rank: z.string(),
  headsUnit: z.boolean(),
  unitId: z.string(),
  unitName: z.string(),
  holders: z.array(HolderSchema),
});
export type ListedPost = z.infer<typeof ListedPostSchema>;

export const ListedStaffSchema = z.object({
  staffId: z.string(),
  name: z.string(),
  signInName: z.string(),
  /** Main post first, then 兼務. */
  posts: z.array(
    z.object({
      postId: z.string(),
      title: z.string(),
      unitId: z.string(),
      unitName: z.string(),
      concurrent: z.boolean(),
    }),
  ),
});
export type ListedStaff = z.infer<typeof ListedStaffSchema>;

const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export const ListedUnitPageSchema = pageOf(ListedUnitSchema);
export type ListedUnitPage = z.infer<typeof ListedUnitPageSchema>;
export const ListedPostPageSchema = pageOf(ListedPostSchema);
export type ListedPostPage = z.infer<typeof ListedPostPageSchema>;
export const ListedStaffPageSchema = pageOf(ListedStaffSchema);
export type ListedStaffPage = z.infer<typeof ListedStaffPageSchema>;
