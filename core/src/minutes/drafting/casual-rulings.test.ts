import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { draftMinutes } from './draft.ts';

const facts = {
  day: '2026-11-18' as LocalDate,
  attendees: [{ name: '係長 岡', leads: true }, { name: '佐藤' }, { name: '三上' }],
};
const heard = (...lines: readonly string[]) =>
  lines.map((line, at) => {
    const [speaker = '', text = ''] = line.split('：');
    return { id: `u${at + 1}`, speaker: speaker || null, startMs: at * 1000, endMs: null, text };
  });
const outcomes = (...lines: readonly string[]) =>
  draftMinutes(heard(...lines), facts).decisions.map(({ outcome }) => outcome);

describe('M-12: what colleagues settle in few words', () => {
  it.each([
    [['佐藤：受付を5つにしたいんです。', '係長 岡：それやったら5つでいこか。'], 'APPROVED_AS_PROPOSED'],
    [
      ['佐藤：講師は3人いりますか。', '三上：2人で足りると思います。', '係長 岡：うんじゃあ2人で頼もう'],
      'APPROVED_AS_PROPOSED',
    ],
    [['佐藤：応募が減っていまして。', '係長 岡：駅にも貼り紙を出そう。'], 'APPROVED_AS_PROPOSED'],
    [['佐藤：展示は中止にしたいと考えております。', '係長 岡：中止でやむを得ないと思います。'], 'APPROVED_AS_PROPOSED'],
    [['佐藤：給水車の待機をお願いしたいのですが。', '係長 岡：許可する。'], 'APPROVED_AS_PROPOSED'],
    [['佐藤：屋台を1つ増やしてほしいという電話がありました。', '係長 岡：いいんじゃない。'], 'APPROVED_AS_PROPOSED'],
    [['三上：封筒の色を変えへんかっていう話がありまして。', '係長 岡：予算ないしな、白のままで。'], 'REJECTED'],
    [['佐藤：研修を5回に増やせますか。', '係長 岡：3回のままでいいです。'], 'REJECTED'],
    [['佐藤：広告入りのベンチを置きたいって会社がありまして。', '係長 岡：広告は困るよ。'], 'REJECTED'],
    [['佐藤：動画を作る案がありましたが。', '係長 岡：あれはなしで。'], 'REJECTED'],
    [['佐藤：遊具も要求したいです。', '係長 岡：今年も通らないから、落としましょう。'], 'REJECTED'],
    [['佐藤：時間を延ばせませんか。', '係長 岡：申し訳ないが、ご要望には沿えません。'], 'REJECTED'],
    [['佐藤：夜間も開けるべきでしょうか。', '係長 岡：利用者数を見てからにしよう。'], 'CONTINUED'],
    [['佐藤：休校にしますか。', '係長 岡：明日の5時に雨量を見て判断しよう。'], 'CONTINUED'],
    [['佐藤：保存期間を延ばせますか。', '係長 岡：返事を待って、来週の会議で決めよか。'], 'CONTINUED'],
    [['佐藤：受け入れを始めたいのですが。', '係長 岡：まだ早い。'], 'CONTINUED'],
    [
      ['佐藤：日程を後ろ倒しさせていただけないでしょうか。', '係長 岡：7日開始でいきましょう。'],
      'APPROVED_WITH_CHANGES',
    ],
    [['佐藤：台帳を集める案です。', '係長 岡：福祉の分は除いて、あとは案のとおりで。'], 'APPROVED_WITH_CHANGES'],
    [['佐藤：全園で始めたいです。', '係長 岡：じゃあ公立だけで要求しよう。'], 'APPROVED_WITH_CHANGES'],
    [
      ['佐藤：価格点を3割とする案です。', '三上：2割でいいんじゃないですか。', '係長 岡：そうしよう。'],
      'APPROVED_WITH_CHANGES',
    ],
    [['佐藤：情報共有です。委員の内諾が取れました。', '係長 岡：それは了解した。'], 'REPORT_ACCEPTED'],
  ])('given %j, then it is %s', (lines, outcome) => expect(outcomes(...lines)).toEqual([outcome]));

  it.each([
    [['佐藤：先方には言うときます。', '係長 岡：今週中に返事もらえるとええな。']],
    [['佐藤：結果は口頭でもよろしいでしょうか。', '係長 岡：結果は書面で構いませんので、委員に知らせてください。']],
    [['佐藤：20日は日曜ですけど。', '係長 岡：じゃ18日の金曜で。']],
    [['佐藤：以上です。', '係長 岡：ほなこれで。']],
    [['佐藤：終わりました。', '係長 岡：では、おしまいにします。']],
    [['係長 岡：社協に依頼するのは総務課でいいですか。', '佐藤：はい。']],
    [['佐藤：わかりました。', '係長 岡：次の本部会議は19時とします。']],
    [['佐藤：細かい点はどうしますか。', '係長 岡：文言は会長預かりとさせてください。']],
  ])('given %j, then nothing is settled', (lines) => expect(outcomes(...lines)).toEqual([]));
});

describe('M-12: consent', () => {
  it.each([
    [
      ['係長 岡：適当と認めることにしたいと存じますが、ご異議ございませんでしょうか。', '佐藤：異議なし。'],
      'APPROVED_AS_PROPOSED',
    ],
    [
      ['係長 岡：入口に限って認める方向で書かせてもらいます。よろしいですよね。', '佐藤：はい。'],
      'APPROVED_WITH_CHANGES',
    ],
    [
      ['係長 岡：例外を加えるということで、ご承認いただけますでしょうか。', '佐藤：それでしたら賛成です。'],
      'APPROVED_WITH_CHANGES',
    ],
    [['係長 岡：もう少し声を集めて、秋にまた話しましょうか。', '佐藤：そうですね、そのほうがいいです。'], 'CONTINUED'],
    [
      ['係長 岡：修正案に賛成の委員は挙手願います。', '係長 岡：全員賛成であります。修正案は可決されました。'],
      'APPROVED_WITH_CHANGES',
    ],
    [
      [
        '係長 岡：ご意見を反映していただくことを前提に、公表に付すということでいかがでしょうか。',
        '佐藤：結構かと存じます。',
      ],
      'APPROVED_WITH_CHANGES',
    ],
    [['係長 岡：ほかにご発言がなければ、報告として承ったということで閉じたいと思います。'], 'REPORT_ACCEPTED'],
    [['佐藤：駅に置いてほしいのですが。', '三上：場所が取れず、見送らせていただくことになりました。'], 'REJECTED'],
  ])('given %j, then it is %s', (lines, outcome) => expect(outcomes(...lines)).toEqual([outcome]));
});
