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
