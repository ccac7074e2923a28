import { type BrokenRule, type OrganisationSnapshot, postName } from '../directory/index.ts';
import type { Sentence } from '../shared/index.ts';
import type { Pack } from './engine/pack.ts';
import { isStaffed } from './engine/staffed.ts';
import { rowsByName } from './language/all-rows.ts';
import { namesIn } from './language/check/references.ts';

const SENTENCES: Readonly<Record<string, (name: string) => Sentence>> = {
  unit_missing: (name) => ({ ja: `所属「${name}」がありません。`, en: `There is no unit ${name}.` }),
  unit_empty: (name) => ({ ja: `所属「${name}」に職員がいません。`, en: `Nobody works in the unit ${name}.` }),
  head_missing: (name) => ({ ja: `所属「${name}」に長の職がありません。`, en: `The unit ${name} has no head.` }),
  head_vacant: (name) => ({ ja: `所属「${name}」の長が欠員です。`, en: `Nobody heads the unit ${name}.` }),
  post_missing: (name) => ({ ja: `職「${name}」がありません。`, en: `There is no post ${name}.` }),
  post_vacant: (name) => ({ ja: `職「${name}」が欠員です。`, en: `Nobody holds the post ${name}.` }),
};

function problemOf(there: OrganisationSnapshot, kind: 'unit' | 'head' | 'post', code: string): string | null {
  if (kind === 'post') {
    const post = there.postByCode(code);
    if (!post) return 'post_missing';
    return post.holders.length === 0 ? 'post_vacant' : null;
  }
  const unit = there.unitByCode(code);
  if (!unit) return 'unit_missing';
  if (kind === 'unit') return isStaffed(there, unit.unitId) ? null : 'unit_empty';
  const head = there.headOf(unit.unitId);
  if (!head) return 'head_missing';
  return head.holders.length === 0 ? 'head_vacant' : null;
}

/** 政策課長（seisaku-head）: by its name of that day, else by the one in the pack; the code is what a row says. */
function called(there: OrganisationSnapshot, { organisation }: Pack['file'], code: string): string {
  const unit = there.unitByCode(code) ?? organisation.units.find((one) => one.code === code);
  const listed = organisation.posts.find((one) => one.code === code);
  const unitName = organisation.units.find((one) => one.code === listed?.unit)?.name ?? '';
  const post = there.postByCode(code) ?? (listed && { unitName, title: listed.title });
  const name = unit?.name ?? (post && postName(post.unitName, post.title));
  return name === undefined ? code : `${name}（${code}）`;
}

/** The rows that would point to nobody in this organisation. Conditions on units that are gone count as well. */
export function rulesThatBreak(pack: Pack, there: OrganisationSnapshot): BrokenRule[] {
  const rows = rowsByName(pack.file);
  const broken = new Map<string, BrokenRule>();
  for (const { row, kind, name } of namesIn(pack.file)) {
    if (kind !== 'unit' && kind !== 'post' && kind !== 'head') continue;
    const problem = problemOf(there, kind, name);
    if (problem === null) continue;
    const said = SENTENCES[problem]?.(called(there, pack.file, name)) ?? { ja: '', en: '' };
    const cited = rows.get(row);
    broken.set(`${row} ${problem} ${name}`, {
      ruleId: row,
      problem: `${problem}:${name}`,
      article: cited?.article ?? '',
      sentence: { ja: `${said.ja}${cited?.sentence.ja ?? ''}`, en: `${said.en} ${cited?.sentence.en ?? ''}`.trim() },
    });
  }
  return [...broken.values()];
}
