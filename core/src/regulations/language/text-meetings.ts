import type { Sentence } from '../../shared/index.ts';
import type { FindingCode } from './finding.ts';

/** What is wrong with the rules of meetings: the rule, why it is there, and what to write. */
export const MEETING_FINDINGS = {
  'regulations.pack_closed_without_ground': {
    ja: '非公開の会議体に、非公開にできる理由がありません。会議を閉じる理由は情報公開条例の号で示します。grounds に書き、closedGrounds で選んでください。',
    en: 'A closed body has no ground for closing its meetings, which are closed on an item of the disclosure ordinance. Write it under grounds and name it in closedGrounds.',
  },
  'regulations.pack_one_signer': {
    ja: '署名委員が1人です。会議録には議長のほかに2人以上が署名します（地方自治法第123条第2項）。signers は2以上に、署名を要しないなら0にしてください。',
    en: 'There is one signer; beside the chair two or more sign (Local Autonomy Act, article 123, paragraph 2). Write 2 or more, or 0 where nobody signs.',
  },
  'regulations.pack_after_minutes': {
    ja: '{what}の期限（{said}日）が会議録の期限（{most}日）より後になり、会議録が間に合いません。{what}の日数を{most}日以内にするか、会議録の日数を延ばしてください。',
    en: 'The term of {what} ({said} days) ends after the minutes are due ({most} days), so they can never be in time. Shorten it, or give the minutes longer.',
  },
  'regulations.pack_fact_unsaid': {
    ja: '会議録を決裁する事案「{matter}」では「{fact}」を尋ねます。言わなければ決裁者が決まりません。decision の facts に書いてください。',
    en: 'The matter {matter} that decides the minutes asks for {fact}; unsaid, nobody can be found to decide. Write it under facts of decision.',
  },
  'regulations.pack_fact_unfit': {
    ja: '会議録を決裁する事案「{matter}」は「{fact}: {said}」を受け付けません。事案の facts にある項目を、その種類（数・はい/いいえ・選択）の値で書いてください。',
    en: 'The matter {matter} that decides the minutes does not take {fact}: {said}. Write a fact of the matter, with a value of its kind (number, yes or no, choice).',
  },
} satisfies Partial<Readonly<Record<FindingCode, Sentence>>>;
