import type { SharedDocuments } from '../graph/shares.ts';
import { MINATO_TENANT_ID } from '../settings.ts';
import type { World } from '../world.ts';
import type { Groups } from './groups.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Days before today, hour of the day in Japan, who, what. */
const SAID: readonly (readonly [days: number, hour: number, who: string, text: string])[] = [
  [3, 10, 'section-head', '窓口の混雑対策について、ここで話を進めます。年度末までにできることを出してください。'],
  [3, 11, 'drafter', '昨年の来庁者数をまとめました。月曜の午前が一番混んでいます。'],
  [2, 9.5, 'subsection-head', '月曜の午前だけ、番号札を分野ごとに分けてはどうでしょうか。'],
  [2, 10, 'finance-drafter', '番号札の機械は、既定の予算の中で足りますか？'],
  [2, 13, 'drafter', 'はい、今の機械の設定を変えるだけなので、費用はかかりません。'],
  [1, 9, 'section-head', 'では、番号札を分野ごとに分けることに決定します。'],
  [1, 9.25, 'section-head', '@青波 はるか さん、案内の文を明日までに作成してください。'],
  [1, 9.5, 'drafter', '承知しました。明日までに作成します。'],
];

const THREAD: readonly (readonly [hour: number, who: string, text: string])[] = [
  [9, 'section-head', '庁舎の改修の日程です。来週までに意見をください。'],
  [10.5, 'drafter', '窓口の移動は、転入の多い3月を避けたほうがよいと思います。'],
  [13, 'subsection-head', '賛成です。2月の前半に移す案を作ります。'],
];
const PLAN =
  'https://minato.sharepoint.example/sites/seisaku/Shared%20Documents/%E5%BA%81%E8%88%8E/%E6%97%A5%E7%A8%8B.txt';

/** A thread of a channel with a file, so that a trainer has something to file. */
export function exampleChannel(world: World, groups: Groups, documents: SharedDocuments): void {
  const city = world.cities.city(MINATO_TENANT_ID);
  const people = ['section-head', 'subsection-head', 'drafter'].flatMap(
    (name) => world.cities.bySignInName(`${name}@${city?.domain ?? ''}`) ?? [],
  );
  const [head] = people;
  if (!head) return;
  const channel = { team: '政策課', name: '庁舎の改修' };
  const group = groups.make({ tenantId: MINATO_TENANT_ID, topic: null, members: people, channel });
  const bytes = Buffer.from('庁舎の改修の日程\n1月 入札\n2月 窓口の移動\n3月 工事\n');
  documents.put(PLAN, { owner: head, bytes, teamId: group.channel?.teamId ?? null });
  const midnight = Math.floor((world.settings.now() + 9 * HOUR_MS) / DAY_MS) * DAY_MS - 9 * HOUR_MS;
  let replyTo: string | undefined;
  for (const [hour, who, text] of THREAD) {
    const person = people.find(({ signInName }) => signInName.startsWith(`${who}@`)) ?? head;
    const files = replyTo === undefined ? [{ name: '日程.txt', url: PLAN }] : [];
    const at = midnight - DAY_MS + hour * HOUR_MS;
    const { id } = groups.write(group, person, { text, at, files, replyTo });
    replyTo ??= id;
  }
}

/** A talk over days, so that a trainer has something to make minutes of. */
export function exampleGroup(world: World, groups: Groups): void {
  const city = world.cities.city(MINATO_TENANT_ID);
  const people = ['drafter', 'subsection-head', 'section-head', 'finance-drafter'].flatMap(
    (name) => world.cities.bySignInName(`${name}@${city?.domain ?? ''}`) ?? [],
  );
  const [drafter, subsection] = people;
  if (!drafter || !subsection) return;
  const group = groups.make({ tenantId: MINATO_TENANT_ID, topic: '窓口の混雑対策', members: people });
  const midnight = Math.floor((world.settings.now() + 9 * HOUR_MS) / DAY_MS) * DAY_MS - 9 * HOUR_MS;
  for (const [days, hour, who, text] of SAID) {
    const person = people.find(({ signInName }) => signInName.startsWith(`${who}@`));
    if (!person) continue;
    const at = midnight - days * DAY_MS + hour * HOUR_MS;
    const files = text.includes('まとめました')
      ? [{ name: '来庁者数.xlsx', url: 'https://minato.sharepoint.example/madoguchi/visitors.xlsx' }]
      : [];
    const message = groups.write(group, person, { text, at, files });
    if (text.includes('決定'))
      message.reactions = [drafter, subsection].map((one) => ({ person: one, sign: '👍', at }));
  }
}
