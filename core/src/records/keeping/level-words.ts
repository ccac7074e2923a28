import { type LevelQuestion, type Locale, say, type Texts } from '../../shared/index.ts';

const t = (ja: string, en: string) => ({ ja, en });

/** The plain questions, by what 総務省's guideline for municipalities of 2024-10 says of each 自治体機密性: asked so everywhere. */
const questionWords: Texts = {
  // 3A: 秘密文書 in the sense of the guideline on administrative documents.
  secret: t(
    '秘密文書として扱う文書ですか（知られると国や市の重大な利益、人の生命に害が出る、限られた人だけの秘密）。',
    'Is it a secret document: for a few named people only, and would endanger lives, the city or the country if it were known?',
  ),
  // 3B: a leak gravely infringes on the rights of individuals.
  grave: t(
    'マイナンバー・病歴・税・福祉・処分など、漏れると特定の人の権利や利益を大きく損なう情報が入っていますか。',
    'Does it hold My Number, health, tax, welfare, discipline or other data whose leak would gravely harm somebody?',
  ),
  // 3C: not for publication as a rule, and to be handled with care.
  personal: t(
    '氏名・住所など個人や会社の情報、入札前の金額など、公にしない前提で取扱いに注意が要る情報が入っていますか。',
    'Does it hold data of people or companies, prices before a tender, or anything else not meant for the public and to be handled with care?',
  ),
  // 2: not to be published at once.
  internal: t(
    '庁内だけで使う（まだ公表していない）文書ですか。',
    'Is it for use inside the city hall, not made public yet?',
  ),
};

export const questionText = (question: LevelQuestion, locale: Locale): string =>
  say(questionWords, question, locale) ?? question;
