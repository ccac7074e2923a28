import type { Texts } from '../shared/index.ts';

export const regulationsTexts: Texts = {
  'regulations.decider_missing': {
    ja: '決裁する職が起案者の上位に見つかりません（{article}）。組織の登録を文書主任に確かめてください。',
    en: 'No post that may decide this stands above the drafter ({article}). Ask your records officer to check the organisation.',
  },
  'regulations.decider_vacant': {
    ja: '決裁する職「{post}」が欠員です（{article}）。欠員は不在に当たらず代決できません。発令を待つか、総務課に相談してください。',
    en: 'Nobody holds the deciding post {post} ({article}). A vacant post is not an absence, so no deputy may decide. Wait for the appointment or ask the general affairs section.',
  },
  'regulations.no_superior': {
    ja: '起案者自身が最上位の決裁者に当たり、決裁する上司がいません（{article}）。ほかの職員が起案してください。',
    en: 'The drafter holds the highest deciding post and nobody stands above it ({article}). Somebody else has to draft this.',
  },
  'regulations.no_rule': {
    ja: 'この事案の決裁区分が決裁規程にありません。',
    en: 'The decision table has no row for this matter.',
  },
  'regulations.unknown_classification': {
    ja: '文書分類「{code}」はありません。一覧から選んでください。',
    en: 'There is no classification {code}. Choose one from the list.',
  },
};
