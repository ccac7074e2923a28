import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { draftMinutes } from './draft.ts';
import { shownOwner } from './people.ts';

const facts = {
  day: '2026-11-18' as LocalDate,
  attendees: [
    { name: '議長', leads: true },
    { name: '仲田 一郎', reading: 'なかた いちろう', post: '課長', unit: '財政課' },
    { name: '佐藤' },
  ],
};

const heard = (...lines: readonly string[]) =>
  lines.map((line, at) => {
    const [speaker = '', text = ''] = line.split('：');
    return { id: `u${at + 1}`, speaker: speaker || null, startMs: at * 1000, endMs: null, text };
  });
const work = (...lines: readonly string[]) => draftMinutes(heard(...lines), facts).actions;
/** 「担当|期限」 of each. */
const given = (...lines: readonly string[]) =>
  work(...lines).map(({ owner, due }) => `${owner ? shownOwner(owner) : ''}|${due?.day ?? due?.words ?? ''}`);
const unpointed = (text: string) => text.replaceAll(/[。、]/gu, '');

const GIVEN: readonly (readonly [string, readonly string[]])[] = [
  ['議長：財政課は来月10日までに試算表を提出してください。', ['財政課|2026-12-10']],
  ['議長：広報課さんのほうで、ホームページの更新をお願いできますでしょうか。', ['広報課|']],
  ['佐藤：それについては、私から県に問い合わせておきます。', ['佐藤|']],
  ['佐藤：では、次の打合せまでに案を作ってきます。', ['佐藤|次の打合せまで']],
  ['議長：山本さん、名簿を今週中に更新しておいてもらえる？', ['山本|今週中']],
  ['議長：資料の修正版を、事務局から11月25日に送付していただきます。', ['事務局|2026-11-25']],
  ['佐藤：宿題として、各課の要望を取りまとめてきます。', ['佐藤|']],
  [
    '議長：来週の火曜までに、建設課は図面、総務課は契約書の案を出してください。',
    ['建設課|2026-11-24', '総務課|2026-11-24'],
  ],
  ['佐藤：早急に確認し、結果をメールでお知らせします。', ['佐藤|早急に']],
  ['議長：鈴木係長には、業者との日程調整をお願いしたいと思います。', ['鈴木係長|']],
  ['佐藤：至急、現場を見てきます。', ['佐藤|至急']],
  ['佐藤：わかりました、週明けに回答します。', ['佐藤|週明け']],
  ['議長：会場の予約は総務課が行うこととします。', ['総務課|']],
  ['議長：防災課のほうで避難所の一覧を精査してもらって、12月4日までに報告してもらいます。', ['防災課|2026-12-04']],
  ['議長：この件は高橋主任に任せます。11月30日までにまとめてください。', ['高橋主任|2026-11-30']],
  ['佐藤：当課で見積書を取り、月末までに回します。', ['佐藤|2026-11-30']],
  ['議長：各課は、12月1日までに要望書を総務課へ提出願います。', ['各課|2026-12-01']],
  ['議長：議事録は山本さんが作成して、来週水曜日までに回覧してください。', ['山本|2026-11-25']],
  ['佐藤：私がたたき台を作りますので、皆さんで確認してください。', ['佐藤|']],
  ['議長：中村さんは会場を押さえてください。', ['中村|']],
  ['議長：学校への連絡は教育総務課にお願いします。', ['教育総務課|']],
  ['佐藤：データを整理したうえで、明後日までに共有させていただきます。', ['佐藤|2026-11-20']],
  ['議長：アンケートの集計を事務局で行い、次回の会議で報告してください。', ['事務局|次回の会議']],
  ['佐藤：名簿の更新、私やります。', ['佐藤|']],
  ['佐藤：では私の方から先方に連絡を入れます。', ['佐藤|']],
  ['議長：小林課長、予算の裏付けを確認の上、12月3日までにご報告をお願いします。', ['小林課長|2026-12-03']],
];

const NOBODYS = [
  '議長：それでは財政課から説明をお願いします。',
  '佐藤：本日はよろしくお願いいたします。',
  '佐藤：来年度から相談窓口を設置します。',
  '佐藤：この事業では、高齢者の見守りを強化します。',
  '議長：ご意見をお願いします。',
  '佐藤：資料の5ページをご覧ください。',
  '佐藤：12月10日に説明会を開催します。',
  '佐藤：もっと周知したほうがいいと思います。',
  '佐藤：先週、業者に確認しました。',
  '佐藤：申請は市民課で受け付けています。',
  '議長：挙手をお願いします。',
  '佐藤：できれば検討してほしいですね。',
  '佐藤：報告は以上です。',
  '佐藤：ご理解とご協力をお願いします。',
  '佐藤：市民の方から、早く直してほしいという声が出ています。',
  '佐藤：必要があれば見直します。',
  '佐藤：一つ確認させてください。',
  '佐藤：では説明いたします。',
  '佐藤：昨年は財政課に試算をお願いしました。',
  '佐藤：結果は12月に公表される予定です。',
  '議長：何かあれば事務局までご連絡ください。',
  '佐藤：対応を検討しているところです。',
  '佐藤：質問に回答します。',
  '議長：出席者の確認をします。',
  '佐藤：それは財政課がやることじゃないですか。',
  '佐藤：5年ごとに計画を見直します。',
  '佐藤：調査は委託業者が行います。',
];

describe('M-12: work that is given or taken on', () => {
  it.each(GIVEN)('%s', (text, expected) => expect(given(text)).toEqual(expected));

  it.each(GIVEN.filter(([, expected]) => expected.length === 1))('without points: %s', (text, expected) =>
    expect(given(unpointed(text))).toEqual(expected),
  );

  it.each(NOBODYS)('is not what only runs the meeting, tells a plan or the past: %s', (text) => {
    expect(given(text)).toEqual([]);
    expect(given(unpointed(text))).toEqual([]);
  });
});

describe('M-12: who and until when', () => {
  it('the one who answers owns what nobody was named for', () => {
    expect(given('議長：では、名簿の修正をお願いします。', '佐藤：はい、承知しました。')).toEqual(['佐藤|']);
    expect(work('議長：では、名簿の修正をお願いします。', '佐藤：はい、承知しました。')).toMatchObject([
      { sourceIds: ['u1', 'u2'] },
    ]);
  });

  it('a promise that answers a request is the same work, with the day that was promised', () => {
    expect(
      given('議長：佐藤さん、見積りを取ってもらえますか。', '佐藤：わかりました。来週水曜までに取り寄せます。'),
    ).toEqual(['佐藤|2026-11-25']);
  });

  it('who takes it over owns it', () => {
    expect(given('議長：財政課で試算をお願いできますか。', '佐藤：いえ、それは企画課でやります。')).toEqual([
      '企画課|',
    ]);
  });

  it('a day named just before is meant by 「それまでに」', () => {
    expect(given('佐藤：広報の締切が12月12日ですので、それまでに私から原稿を出します。')).toEqual(['佐藤|2026-12-12']);
  });

  it('where nobody is told apart, people say who they are', () => {
    expect(given('：すみません市民税課です今週の金曜までに一覧を出します')).toEqual(['市民税課|2026-11-20']);
  });

  it('「当課」 is the unit of whoever speaks', () => {
    expect(given('仲田 一郎：当課で案を作り、月末までに提出します。')).toEqual(['財政課|2026-11-30']);
  });

  it('what is put off so that somebody prepares it gives them work', () => {
    expect(given('議長：事務局で基準を整理したうえで、次回改めて審議することとします。')).toEqual(['事務局|次回']);
  });

  it('what is declined is nobody’s work', () => {
    expect(given('議長：試算をお願いできますか。', '佐藤：申し訳ありませんが、それはできません。')).toEqual([]);
  });

  it('a limit said afterwards belongs to the work before it', () => {
    expect(
      given(
        '佐藤：私のほうで名簿を更新しておきます。',
        '議長：いつまでにできますか。',
        '佐藤：金曜日までにはできます。',
      ),
    ).toEqual(['佐藤|2026-11-20']);
  });

  it('people are called by name, reading, post or unit, and stay as said where nobody is called so', () => {
    expect(given('議長：仲田課長、11月30日までに試算を提出してください。')).toEqual(['仲田 一郎|2026-11-30']);
    expect(given('議長：財政課長は試算を提出してください。')).toEqual(['仲田 一郎|']);
    expect(given('議長：なかたさん試算を提出してください')).toEqual(['仲田 一郎|']);
    expect(given('議長：水道課は試算を提出してください。')).toEqual(['水道課|']);
    expect(work('議長：水道課は試算を提出してください。')).toMatchObject([
      { owner: { said: '水道課', name: null, kind: 'UNIT' } },
    ]);
  });

  it('who is only told, asked or worked with does not own it', () => {
    expect(given('佐藤：財政課に照会して、私のほうで回答を作成しておきます。')).toEqual(['佐藤|']);
    expect(given('佐藤：総務課と調整して、明日までに日程を連絡します。')).toEqual(['佐藤|2026-11-19']);
  });

  it('nobody owns it where nobody is known', () => {
    expect(given('：私のほうで確認しておきます')).toEqual(['|']);
  });

  it('summed up at the end is not given twice', () => {
    expect(
      given(
        '議長：財政課で来週金曜までに試算をお願いします。',
        '仲田 一郎：承知しました。',
        '佐藤：会場の件はどうしますか。',
        '議長：会場は後で考えましょう。',
        '佐藤：はい。',
        '議長：では宿題を確認します。',
        '議長：財政課は来週金曜までに試算。',
      ),
    ).toEqual(['財政課|2026-11-27']);
  });

  it('is offered as it was said, without the words that take the floor', () => {
    expect(work('佐藤：はい、それでは、私のほうで確認しておきます。')).toMatchObject([
      { text: '私のほうで確認しておきます。' },
    ]);
  });
});
