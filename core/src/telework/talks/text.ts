import type { Texts } from '../../shared/index.ts';

export const talkTexts = {
  'telework.talk_not_found': {
    ja: 'この案内は見つからないか、あなたのものではありません。',
    en: 'This is not there, or it is not yours.',
  },
  'telework.talk_head_title': {
    ja: '{name}さんのテレワークが{days}日になりました',
    en: '{name} has teleworked {days} days',
  },
  'telework.talk_head_lead': {
    ja: 'そろそろ、近況や困りごとを話す時間を取ってはいかがでしょうか。評価のための面談ではありません。',
    en: 'It may be time to talk about how things are. This is no appraisal.',
  },
  'telework.talk_head_mood': { ja: '本人から', en: 'In their own words' },
  'telework.talk_own_title': {
    ja: 'テレワークが{days}日になりました',
    en: 'You have teleworked {days} days',
  },
  'telework.talk_own_lead': {
    ja: '所属長に、話す時間を取るよう案内しました。よければ、いまの様子を一言書けます。書かなくてもかまいません。見えるのはあなただけで、選べば所属長にも見せられます。',
    en: 'Your head was told that it may be time to talk. If you like, say in a line how you are; nothing follows from saying nothing. Only you see it, and your head if you choose so.',
  },
  'telework.talk_own_field': { ja: 'いまの様子（任意）', en: 'How you are (optional)' },
  'telework.talk_keep': { ja: '自分だけに残す', en: 'Keep it to myself' },
  'telework.talk_show': { ja: '所属長に見せる', en: 'Show it to my head' },
  'telework.talk_kept': { ja: 'あなただけに見えています。', en: 'Only you see it.' },
  'telework.talk_shown': { ja: '所属長にも見えています。', en: 'Your head sees it.' },
  'telework.talk_hide': { ja: '所属長から見えないようにする', en: 'Take it back from view' },
} as const satisfies Texts;
