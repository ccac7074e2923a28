import type { PackFile } from '../language/schema.ts';
import type { DisclosureRules, DisclosureScheme, Ruling } from './vocabulary.ts';

const ground = (item: number, [ja, en]: readonly [string, string], of: string) => ({
  id: `pip.${item}`,
  article: `${of} 第78条第1項第${item}号`,
  sentence: { ja, en },
});

const LAW = '個人情報の保護に関する法律';

// The law itself, which holds for every city since April 2023 (第78条から第83条). 第4号 and 第5号 are not the cities' to decide by.
const PERSONAL: DisclosureScheme = {
  id: 'personal',
  name: { ja: '保有個人情報の開示請求', en: 'Request for one’s own personal information' },
  law: { ja: LAW, en: 'Act on the Protection of Personal Information' },
  term: { days: 30, article: `${LAW} 第83条第1項` },
  extension: { days: 30, article: `${LAW} 第83条第2項` },
  correction: `${LAW} 第83条第1項ただし書`,
  correctionTerm: { article: `${LAW} 第77条第3項` },
  dismissal: '行政手続法 第7条',
  referral: `${LAW} 第105条第1項`,
  grounds: [
    ground(
      1,
      ['開示請求者の生命、健康、生活又は財産を害するおそれがある情報です。', 'It could harm whoever asks.'],
      LAW,
    ),
    ground(2, ['開示請求者以外の個人に関する情報です。', 'It is about another person.'], LAW),
    ground(3, ['法人等又は事業を営む個人の正当な利益を害するおそれがある情報です。', 'It could harm a business.'], LAW),
    ground(
      6,
      [
        '審議、検討又は協議に関する情報で、率直な意見の交換などを不当に損なうおそれがあるものです。',
        'It is about deliberations whose frankness would suffer.',
      ],
      LAW,
    ),
    ground(
      7,
      [
        '事務又は事業の適正な遂行に支障を及ぼすおそれがある情報です。',
        'It could hinder the work of the administration.',
      ],
      LAW,
    ),
  ],
  absent: `${LAW} 第82条第2項`,
  unconfirmed: `${LAW} 第81条`,
};

const NATIONAL: DisclosureRules = { schemes: [PERSONAL] };

const REVIEW = '行政不服審査法';

// The same law for the decisions of every city.
const RULED_BY: Readonly<Record<Ruling, string>> = {
  INADMISSIBLE: `${REVIEW} 第45条第1項`,
  REJECTED: `${REVIEW} 第45条第2項`,
  PARTLY_UPHELD: `${REVIEW} 第45条第2項・第46条第1項`,
  UPHELD: `${REVIEW} 第46条第1項`,
  WITHDRAWN: `${REVIEW} 第27条第1項`,
};

/** 開示請求の定め; where a body says nothing, what the law itself says of personal information. */
export function disclosureRulesOf({ disclosure }: Pick<PackFile, 'disclosure'>): DisclosureRules {
  const { schemes } = disclosure ?? NATIONAL;
  return { schemes: schemes.map((scheme) => ({ ...scheme, rulings: RULED_BY })) };
}
