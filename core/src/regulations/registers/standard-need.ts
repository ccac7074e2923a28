import type { RegistersBlock } from '../language/registers.ts';

/** 「番号は要る?」 as it is asked where the regulations of a body say nothing of their own. */
export const STANDARD_NEED = (article: string): NonNullable<RegistersBlock['need']> => ({
  questions: [
    {
      id: 'outside',
      question: {
        ja: '庁外（市民・事業者・他の官公庁）とやり取りする文書ですか？',
        en: 'Is it exchanged with somebody outside (citizens, companies, other offices)?',
      },
      help: {
        ja: '例：照会、回答、通知、許可、申請書。庁内だけの連絡は「いいえ」です。',
        en: 'For example an inquiry, an answer, a notice, a permit, an application. Words among colleagues: no.',
      },
    },
    {
      id: 'decision',
      question: {
        ja: '市としての意思決定や、期限のある回答・処理が必要ですか？',
        en: 'Does it need a decision of the city, or an answer or handling by a day?',
      },
      help: {
        ja: '例：起案して決裁を受ける、期日までに回答する、予算を使う。',
        en: 'For example a draft to be decided, an answer by a day, money to be spent.',
      },
    },
    {
      id: 'evidence',
      question: {
        ja: 'あとで「いつ・誰に・何を」を証明する必要がありますか？',
        en: 'Will it have to be proved later when, to whom and what?',
      },
      help: {
        ja: '例：権利や義務、契約、補助金、苦情、審査請求に関係するもの。',
        en: 'For example rights and duties, contracts, grants, complaints, appeals.',
      },
    },
  ],
  rows: [
    {
      id: 'need.outside-decision',
      when: { outside: true, decision: true },
      outcome: 'NUMBERED',
      article,
      sentence: {
        ja: `庁外とやり取りし、意思決定や処理が要る文書には番号を付けます（${article}）。`,
        en: `What is exchanged with the outside and needs a decision or handling takes a number (${article}).`,
      },
    },
    {
      id: 'need.evidence',
      when: { evidence: true },
      outcome: 'NUMBERED',
      article,
      sentence: {
        ja: `あとで証明が要る文書には番号を付けます（${article}）。`,
        en: `What will have to be proved takes a number (${article}).`,
      },
    },
    {
      id: 'need.decision',
      when: { decision: true },
      outcome: 'UNNUMBERED',
      article,
      sentence: {
        ja: `庁内の処理で証明の要らないものは、番号を付けずに登録します（${article}）。`,
        en: `What is handled inside and need not be proved is filed without a number (${article}).`,
      },
    },
    {
      id: 'need.outside',
      when: { outside: true },
      outcome: 'UNNUMBERED',
      article,
      sentence: {
        ja: `処理の要らない案内や送付物は、番号を付けずに登録します（${article}）。`,
        en: `Notices and parcels that need no handling are filed without a number (${article}).`,
      },
    },
    {
      id: 'need.minor',
      when: {},
      outcome: 'MINOR',
      article,
      sentence: {
        ja: `軽易な文書です。登録も番号も要りません（${article}）。`,
        en: `It is a minor document: neither filing nor a number is needed (${article}).`,
      },
    },
  ],
});
