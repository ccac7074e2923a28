import type { Attendee } from './meeting.ts';
import { attendeeCalled, type People } from './people.ts';
import type { Sentence } from './sentences.ts';

const LEADER =
  /議長|委員長|座長|司会|進行|ファシリテーター|(?<!自治|町内|商工|連合|老人|婦人|協議|PTA)会長|(?:^|[^前元])[市町村区]長|本部長|教育長/u;
const DEPUTY = /副(?:議長|委員長|会長|座長|本部長)|職務代理/u;
// What is said by nobody but who leads.
const LEADING =
  /^(?:まず|次|続い|では|それでは|じゃあ?|最後|ほかに|他に|あと)|どうですか|お疲れさま|開会|閉会|お諮り|ご異議|議題|次第に|(?:次|続いて|続きまして)[^。]{0,30}(?:お願い|移り|説明)|ご意見|ご質問|いかがでしょうか|よろしいでしょうか|説明をお願い|始め(?:ます|たい)|終わり(?:ます|たい)|採決|挙手/u;
// What only a chair does by saying it.
const PRESIDING =
  /(?:件|議題|議案|審議|協議)に(?:入り|移り)(?:ます|たい)|お諮り(?:し|いた)|(?:から|より|の)ご?説明を(?:求め|お願い|。|$)|なしと認め|答申(?:いた)?し(?:ます|た)|(?:閉会|閉じ|散会)(?:し|いた)?(?:ます|たい)|と決(?:し|定し)(?:ます|ました)/u;
const PRESIDES = 2;
/** 「事務局で進行させていただきます」: until somebody is elected. */
const TAKES_THE_CHAIR =
  /(?:進行|司会)(?:を|は)?(?:務め)?(?:させていただき|いたし|し)ます|司会(?:を務めます|の.{1,8}(?:です|と申します))/u;
/** Who comes to hear: before them everybody of the city's side has the say. */
const AUDIENCE =
  /^(?:住民|市民|町民|村民|区民|参加者|来場者|保護者|地権者|利用者|質問者|傍聴者)(?![^\s0-9A-ZＡ-Ｚ０-９一二三四五六七八九十]*(?:課|部|係|局|室))/u;
/** Offices, the higher before the lower: whoever alone holds the highest one in the room has the say. */
const RANKS = [
  /市長|町長|村長|区長|管理者/u,
  /教育長/u,
  /部長|局長/u,
  /次長/u,
  /課長|室長|所長|館長|園長/u,
  /係長|班長/u,
];

type Holder = readonly [string, Attendee | null];

const isMarked = (label: string, who: Attendee | null): boolean =>
  who?.leads === true || (LEADER.test(who?.post ?? label) && !DEPUTY.test(who?.post ?? label));

/** Those whose office is above everybody's. */
function highestOf(holders: readonly Holder[]): readonly Holder[] {
  for (const rank of RANKS) {
    const those = holders.filter(([label, who]) => rank.test(who?.post ?? label));
    if (those.length > 0) return those;
  }
  return [];
}

/** Of whom nobody is marked as leading, the one whose office is above everybody's. */
function highest(holders: readonly Holder[]): string[] {
  const those = highestOf(holders);
  return those.length === 1 ? those.map(([label]) => label) : [];
}

const rankOf = ([label, who]: Holder): number => RANKS.findIndex((rank) => rank.test(who?.post ?? label));

/** Whoever runs the talk need not have the say: the one head above them who sits there does. */
function aboveThem(holders: readonly Holder[], marked: readonly string[]): string[] {
  const runs = holders.filter(([label]) => marked.includes(label));
  if (runs.some(([label, who]) => LEADER.test(who?.post ?? label))) return [];
  const units = runs.flatMap(([, who]) => who?.unit ?? []);
  const heads = highestOf(holders);
  const [head, ...others] = heads.length > 1 ? heads.filter(([, who]) => units.includes(who?.unit ?? '')) : heads;
  if (head === undefined || others.length > 0 || marked.includes(head[0])) return [];
  return runs.every((one) => rankOf(one) < 0 || rankOf(one) > rankOf(head)) ? [head[0]] : [];
}

function most(counts: ReadonlyMap<string, number>): string | null {
  return Array.from(counts).toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Who speaks first or last and runs the talk is more often the one who leads. */
function busiest(sentences: readonly Sentence[]): string | null {
  const counts = new Map<string, number>();
  for (const edge of [sentences[0], sentences.at(-1)])
    if (edge?.speaker) counts.set(edge.speaker, (counts.get(edge.speaker) ?? 0) + 2);
  for (const { speaker, folded } of sentences)
    if (speaker !== null && LEADING.test(folded)) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return most(counts);
}

function presiding(sentences: readonly Sentence[]): string | null {
  const counts = new Map<string, number>();
  for (const { speaker, folded } of sentences)
    if (speaker !== null && PRESIDING.test(folded)) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const first = most(counts);
  return first !== null && (counts.get(first) ?? 0) >= PRESIDES ? first : null;
}

/** Who has the say in a meeting: those marked, whoever runs it, and where nobody is marked the highest office. */
export function leadersOf(sentences: readonly Sentence[], people: People): ReadonlySet<string> {
  const labels = new Set(sentences.flatMap(({ speaker }) => speaker ?? []));
  const holders = Array.from(labels, (label) => [label, attendeeCalled(label, people)] as const);
  if (holders.some(([label]) => AUDIENCE.test(label)))
    return new Set(Array.from(labels).filter((label) => !AUDIENCE.test(label)));
  const marked = holders.filter(([label, who]) => isMarked(label, who)).map(([label]) => label);
  const found = marked.length > 0 ? aboveThem(holders, marked) : [...highest(holders), presiding(sentences)];
  const chairs = sentences.flatMap(({ speaker, folded }) => (TAKES_THE_CHAIR.test(folded) ? (speaker ?? []) : []));
  return new Set([...marked, ...found, ...chairs, busiest(sentences)].flatMap((label) => label ?? []));
}
