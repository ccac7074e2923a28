import { z } from 'zod';
import { ORGANISATION_CHANGED, type OrganisationSnapshot } from '../../directory/index.ts';
import { newId, type Subscriber, type Task } from '../../platform/index.ts';
import { fiscalYearOf, fiscalYearStart, localDateOf } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { cityTimesOn } from './city-times.ts';
import { REGULAR } from './hours-of.ts';
import { choicesOn } from './import.ts';
import type { HoursParts } from './service.ts';
import { saveTerms, termsOf } from './store.ts';

const TASK = 'telework/terms-of-titles';
const City = z.object({ municipalityId: z.uuid() });

/** Whose only posts are called as the regulations call a kind of employment: 会計年度任用職員. */
function called(there: OrganisationSnapshot, employments: ReadonlyMap<string, { readonly ja: string }>) {
  const byName = new Map([...employments].map(([code, { ja }]) => [ja, code]));
  const staffIds = new Set(
    [...there.posts.values()]
      .filter(({ title }) => byName.has(title))
      .flatMap(({ holders }) => holders.map(({ staffId }) => staffId)),
  );
  return new Map(
    [...staffIds].flatMap((staffId) => {
      const codes = new Set(there.postsOf(staffId).map(({ title }) => byName.get(title)));
      const [code] = codes;
      return codes.size === 1 && code !== undefined && code !== REGULAR ? [[staffId, code] as const] : [];
    }),
  );
}

async function setByTitle(parts: HoursParts, municipalityId: string): Promise<void> {
  const { db, clock, directory, regulations } = parts;
  await db.inMunicipality(municipalityId, async (tx) => {
    const [there] = await Promise.all([directory.organisation(tx), regulations.ready(tx)]);
    const [at, today] = [clock.now(), localDateOf(clock.now())];
    const found = called(there, choicesOn(parts, tx, today).employments);
    // What personnel said stays, whatever a post is called.
    for (const { staffId } of await termsOf(tx, [...found.keys()])) found.delete(staffId);
    const { patternIdOf } = cityTimesOn(regulations, { municipalityId, day: today });
    const from = fiscalYearStart(fiscalYearOf(today));
    const terms = [...found].map(([staffId, employment]) => ({
      ...{ staffId, from, employment, patternId: patternIdOf(employment) },
    }));
    const added = await Promise.all(
      terms.map(async ({ staffId, ...said }) => {
        const post = there.postsOf(staffId)[0];
        const name = post?.holders.find((holder) => holder.staffId === staffId)?.name ?? '';
        const actor = { staffId, name, postTitle: post?.title ?? '', unitName: post?.unitName ?? '' };
        return addFact(tx, {
          ...{ subject: { kind: 'terms', id: staffId }, seq: 1, at, act: 'SET', staffId, actor },
          ...{ fact: { entries: [said], why: 'POST_TITLE' }, via: 'rules', leafId: newId(clock) },
        });
      }),
    );
    await saveTerms(
      tx,
      terms.filter((_, nth) => added[nth]),
    );
  });
}

/** Whoever's post says in which employment they are, and of whom personnel has said nothing, has it by that title. */
export function titleJobs(parts: HoursParts): { tasks: Record<string, Task>; subscriber: Subscriber } {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId }) =>
        topic === ORGANISATION_CHANGED
          ? [{ task: TASK, payload: { municipalityId }, key: `terms-of-titles:${municipalityId}` }]
          : [],
      ),
    tasks: { [TASK]: (payload) => setByTitle(parts, City.parse(payload).municipalityId) },
  };
}
