import type { Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';
import type { ListedPost, ListedStaff, ListedUnit } from './contract.ts';

const ON = (alias: string) =>
  `${alias}.cancelled_at is null and ${alias}.valid_from <= $2::date and (${alias}.valid_to is null or ${alias}.valid_to > $2::date)`;

/** Half-width and full-width, capitals and small letters, with a space and without find each other. */
const folded = (sql: string) => `replace(lower(normalize(${sql}, NFKC)), ' ', '')`;

// 政策課 and 課長 are also asked for as 政策課長.
const PLACE = "u.name || p.title || ' ' || left(u.name, -1) || p.title";

/** Every word is somewhere in the text. */
const hasWords = (text: string) =>
  `not exists (select from unnest($3::text[]) as w(word) where position(w.word in ${folded(text)}) = 0)`;

export interface Page {
  readonly day: LocalDate;
  readonly words: readonly string[];
  /** Only in this unit; null: in all. */
  readonly unitId: string | null;
  /** After this one, in the order of the list. */
  readonly after: string | null;
  readonly limit: number;
}

const HOLDERS = `
  coalesce((
    select jsonb_agg(jsonb_build_object('staffId', s.staff_id, 'name', s.name, 'concurrent', a.concurrent)
      order by a.concurrent, s.sign_in_name)
    from kaigi.directory_appointment a
    join kaigi.directory_staff s on s.municipality_id = a.municipality_id and s.staff_id = a.staff_id and s.enabled
    where a.municipality_id = p.municipality_id and a.post_id = p.post_id and ${ON('a')}), '[]')`;

const values = (tx: Tx, { day, words, unitId, after, limit }: Page) => [
  tx.municipalityId,
  day,
  words,
  unitId,
  after,
  limit,
];

/** Units in the order of their codes; with `unitId` those right below it. */
export function unitsOf(tx: Tx, page: Page): Promise<ListedUnit[]> {
  return tx.query<ListedUnit>(
    `select u.unit_id as "unitId", u.code, u.name, u.kind, u.parent_unit_id as "parentUnitId",
       (select jsonb_build_object('postId', p.post_id, 'title', p.title, 'holders', ${HOLDERS})
        from kaigi.directory_post p
        where p.municipality_id = u.municipality_id and p.unit_id = u.unit_id and p.heads_unit and ${ON('p')}
        order by p.code limit 1) as head
     from kaigi.directory_unit u
     where u.municipality_id = $1 and ${ON('u')} and ($4::uuid is null or u.parent_unit_id = $4)
       and ($5::text is null or u.code > $5) and ${hasWords("u.code || ' ' || u.name")}
     order by u.code limit $6`,
    values(tx, page),
  );
}

/** Posts in the order of their codes. */
export function postsOf(tx: Tx, page: Page): Promise<ListedPost[]> {
  return tx.query<ListedPost>(
    `select p.post_id as "postId", p.code, p.title, p.rank, p.heads_unit as "headsUnit", p.unit_id as "unitId",
       u.name as "unitName", ${HOLDERS} as holders
     from kaigi.directory_post p
     join kaigi.directory_unit u on u.municipality_id = p.municipality_id and u.unit_id = p.unit_id and ${ON('u')}
     where p.municipality_id = $1 and ${ON('p')} and ($4::uuid is null or p.unit_id = $4)
       and ($5::text is null or p.code > $5) and ${hasWords(`p.code || ' ' || ${PLACE}`)}
     order by p.code limit $6`,
    values(tx, page),
  );
}

const POSTS_HELD = `
  from kaigi.directory_appointment a
  join kaigi.directory_post p on p.municipality_id = a.municipality_id and p.post_id = a.post_id and ${ON('p')}
  join kaigi.directory_unit u on u.municipality_id = p.municipality_id and u.unit_id = p.unit_id and ${ON('u')}
  where a.municipality_id = s.municipality_id and a.staff_id = s.staff_id and ${ON('a')}`;

/** Whoever can sign in. Looked through in memory: `people-index.ts`. */
export function everybody(tx: Tx, day: LocalDate): Promise<ListedStaff[]> {
  return tx.query<ListedStaff>(
    `select s.staff_id as "staffId", s.name, s.sign_in_name as "signInName",
       coalesce((
         select jsonb_agg(jsonb_build_object('postId', p.post_id, 'title', p.title, 'unitId', u.unit_id,
           'unitName', u.name, 'concurrent', a.concurrent) order by a.concurrent, p.code) ${POSTS_HELD}), '[]') as posts
     from kaigi.directory_staff s where s.municipality_id = $1 and s.enabled`,
    [tx.municipalityId, day],
  );
}
