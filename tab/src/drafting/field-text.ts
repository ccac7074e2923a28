import type { Texts } from '@kaigi/core/shared';

/** Every field with the help that somebody in their first year needs. */
export const fieldText = {
  'field.title': { ja: '件名', en: 'Title' },
  'field.title.help': {
    ja: '「何を、どうすることについて」が分かるように書きます（例: 令和8年度○○補助金の交付決定について）。「伺い」は決裁を求めるとき、「通知」は決まったことを相手に知らせるときの言い方です。通知文を送るときも、起案は「通知してよいか」という伺いになります。',
    en: 'Say what is to be done about what. A proposal (伺い) asks for a decision; a notice (通知) tells somebody what was decided. Sending a notice is proposed, too.',
  },
  'field.title.hint': {
    ja: '例: 令和8年度 市民活動支援事業補助金の交付決定について',
    en: 'For example: Grant for citizens’ activities, fiscal year 2026',
  },
  'field.proposalText': { ja: '伺い文', en: 'Proposal' },
  'field.proposalText.help': {
    ja: '「標記について、下記のとおり○○してよろしいか。」のように、決めてほしいことを1文で書き、理由・経緯・金額の内訳を続けます。詳しくは文書や添付にあれば、ここは短くて構いません。',
    en: 'Ask in one sentence for what you want decided, then give reason, history and figures. It may be short if the document says the rest.',
  },
  'field.document': { ja: '文書（Word）', en: 'Document (Word)' },
  'field.document.help': {
    ja: '起案の本体になる Word 文書（.docx、マクロなし、50MBまで）です。決裁されると番号と日付が入り、この形のまま保存されます。Word の作業ウィンドウ「起案・文書登録」からも起案できます。',
    en: 'The Word document (.docx, no macros, up to 50 MB) that is decided. With the decision it gets its number and date and is kept as it is. The Kaigi task pane in Word can draft too.',
  },
  'field.classification': { ja: '分類と保存期間', en: 'Classification and retention' },
  'field.classification.help': {
    ja: '文書を探すときと、保存期間が終わるときに使います。事案と件名から合うものを選んであります。保存期間は文書分類表で決まるため、手では変えられません。',
    en: 'Used to find the document, and when its time is over. It is suggested from matter and title. The period comes from the file plan and cannot be typed.',
  },
  'field.legalBasis': { ja: '根拠法令', en: 'Legal basis' },
  'field.legalBasis.help': {
    ja: 'この決定ができる根拠です（例: 地方自治法第232条の2、○○補助金交付要綱第5条）。内部の連絡など、根拠がないときは空のままにします。',
    en: 'The law or rule that allows the decision. Leave it empty where there is none.',
  },
  'field.disclosure': { ja: '公開区分', en: 'Disclosure' },
  'field.disclosure.help': {
    ja: '情報公開の請求があったときに見せられるかどうかの見込みです。個人の名前や審議の途中の内容があれば「一部公開」か「非公開」にし、理由を書きます。実際の請求のときに改めて判断します。',
    en: 'Whether it could be shown when somebody asks for it under the disclosure ordinance. If not, or not all of it, say why. It is judged again when it is asked for.',
  },
  'field.disclosureReason': { ja: '公開しない部分と理由', en: 'What is not open, and why' },
  'field.disclosureReason.help': {
    ja: '条例の号で書きます（例: 申請者の氏名・住所は個人情報のため、情報公開条例第7条第1号）。',
    en: 'Name the item of the ordinance (for example: names of applicants are personal data, article 7 (1)).',
  },
  'field.issuance': { ja: '施行方法', en: 'How it is issued' },
  'field.issuance.help': {
    ja: '決裁された後に相手へどう伝えるかです。浄書・校合は、清書した文書を外に出すとき（通知・郵送・契約・掲示）だけ要ります。庁内で決めるだけなら「施行しない」を選びます。',
    en: 'How it is told after the decision. A fair copy and its collation are needed only where a clean copy goes out. Choose “not issued” where it is only decided inside.',
  },
  'field.issuedOn': { ja: '施行する日', en: 'To be issued on' },
  'field.issuedOn.help': {
    ja: '発送や掲示を予定している日です。決まっていなければ空のままにします。',
    en: 'The planned day. Leave it empty if it is not known.',
  },
  'field.effectiveOn': { ja: '効力が生じる日', en: 'Takes effect on' },
  'field.effectiveOn.help': {
    ja: '決裁日と違う日から効力を持たせるときだけ入力します（空のままなら決裁の日です）。決裁日を前の日付にすることはできません。入力するときは理由が要り、赤く表示されます。',
    en: 'Only where it takes effect on another day than that of the decision; left empty, it is that day. The decision itself is never dated back. Another day needs a reason and is shown in red.',
  },
  'field.retroactiveReason': { ja: '効力が生じる日を別に定める理由', en: 'Why it takes effect on that day' },
  'field.retroactiveReason.help': {
    ja: 'なぜ決裁日と違う日から効力を持たせるのか、根拠（条例・要綱の条）とともに書きます。決裁証明にも載ります。',
    en: 'Why, and by which rule. It is printed on the certificate of the decision, too.',
  },
  'field.leaks': { ja: 'もし外に漏れたら、どうなりますか', en: 'What if it leaked?' },
  'field.leaks.help': {
    ja: '当てはまるものをすべて選ぶと、自治体機密性（3A〜1）が自動で決まります。3C以上では、チャットのカードに件名や内容を出さず、番号とリンクだけを送ります。',
    en: 'Tick all that apply; the level of confidentiality (3A to 1) follows. From 3C on, chat cards carry only a number and a link.',
  },
  'field.urgency': { ja: '急ぎですか', en: 'Is it urgent?' },
  'field.urgency.help': {
    ja: '「至急」はすぐに通知され、不在のときの代決の条件が変わることがあります。「緊急」は災害など、人の生命・財産に関わるときだけ使います。',
    en: '“Urgent” notifies at once and may change who may stand in. Use “emergency” only where life or property is at stake.',
  },
  'field.attachments': { ja: '添付', en: 'Attachments' },
  'field.attachments.help': {
    ja: 'PDF・画像・Word・Excel・PowerPoint・CSV・テキスト（1件50MBまで）。並び順はここで決めます。だれかが承認した後は削除できず、新しい版への差替えだけができます。',
    en: 'PDF, images, Word, Excel, PowerPoint, CSV, text, up to 50 MB each. The order is yours. Once somebody has approved, a file can only get a new version.',
  },
  'field.paper': { ja: '紙の添付', en: 'Attachments on paper' },
  'field.paper.help': {
    ja: '大判図面や原本など、紙のまま回すものです。どこに、だれが持っているかを書くと、承認する人が現物を確かめて「紙を確認」に印を付けます。',
    en: 'What stays on paper: large drawings, originals. Say where it lies and who holds it; those who approve look at it and say so.',
  },
} as const satisfies Texts;
