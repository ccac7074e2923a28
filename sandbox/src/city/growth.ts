import type { Unit } from './city.ts';
import type { Skeleton, SkeletonPost } from './skeleton.ts';

const DEPARTMENTS = [
  '福祉部',
  '建設部',
  '産業部',
  '環境部',
  '教育部',
  '子ども部',
  '保健部',
  '都市部',
  '防災部',
  '水道部',
];
const SECTIONS = ['管理', '計画', '支援', '推進', '調整', '相談', '施設', '振興'];
const SUBSECTIONS = ['庶務', '企画', '指導', '事業'];

/** Posts a city of that size has, and no person more: the last unit may stay half empty. */
export function grow(skeleton: Skeleton, size: number): Skeleton {
  const units: Unit[] = [...skeleton.units];
  const posts: SkeletonPost[] = [...skeleton.posts];
  let missing = size - headcount(posts);
  const room = size <= 200 ? Number.POSITIVE_INFINITY : 8;
  missing -= fillSubsections(posts, missing, room);
  for (let n = 0; missing > 0; n++) {
    const department = departmentOf(n, size);
    units.push(...department.units);
    for (const post of department.posts) {
      const holders = post.holders.slice(0, Math.max(0, missing));
      missing -= holders.length;
      posts.push({ ...post, holders });
    }
  }
  return { units, posts };
}

function headcount(posts: readonly SkeletonPost[]): number {
  return posts.reduce((sum, post) => sum + (post.concurrent ? 0 : post.holders.length), 0);
}

function fillSubsections(posts: SkeletonPost[], missing: number, room: number): number {
  const places = posts.flatMap((post, index) => (post.code.endsWith('-shuji') ? [index] : []));
  let added = 0;
  for (let turn = 0; added < missing && turn < room; turn++) {
    for (const index of places) {
      const post = posts[index];
      if (post === undefined || added >= missing || post.holders.length >= room) continue;
      posts[index] = { ...post, holders: [...post.holders, '*'] };
      added++;
    }
  }
  return added;
}

/** Osaka-sized cities have bigger sections, and repeat their departments by ward. */
function departmentOf(n: number, size: number): Skeleton {
  const large = size > 5_000;
  const ward = Math.floor(n / DEPARTMENTS.length);
  const base = DEPARTMENTS[n % DEPARTMENTS.length] ?? '事業部';
  const code = `dept-${String(n + 1).padStart(3, '0')}`;
  const units: Unit[] = [
    { code, name: ward === 0 ? base : `第${ward + 1}${base}`, kind: 'DEPARTMENT', parentCode: 'minato' },
  ];
  const posts: SkeletonPost[] = [post(code, 'head', '部長', 'DEPARTMENT_HEAD', 1)];
  for (const [s, section] of SECTIONS.slice(0, large ? 8 : 5).entries()) {
    const sectionCode = `${code}-${s + 1}`;
    units.push({
      code: sectionCode,
      name: `${base.replace(/部$/, '')}${section}課`,
      kind: 'SECTION',
      parentCode: code,
    });
    posts.push(post(sectionCode, 'head', '課長', 'SECTION_HEAD', 1));
    for (const [k, subsection] of SUBSECTIONS.slice(0, large ? 4 : 3).entries()) {
      const subsectionCode = `${sectionCode}-${k + 1}`;
      units.push({ code: subsectionCode, name: `${subsection}係`, kind: 'SUBSECTION', parentCode: sectionCode });
      posts.push(post(subsectionCode, 'head', '係長', 'SUBSECTION_HEAD', 1));
      posts.push(post(subsectionCode, 'shuji', '主事', 'STAFF', large ? 12 : 7));
    }
  }
  return { units, posts };
}

function post(
  ...[unit, code, title, rank, people]: [string, string, string, SkeletonPost['rank'], number]
): SkeletonPost {
  const holders = Array.from({ length: people }, () => '*');
  return {
    unit,
    code: `${unit}-${code}`,
    title,
    rank,
    heads: code === 'head',
    holders,
    roles: [],
    concurrent: false,
  };
}
