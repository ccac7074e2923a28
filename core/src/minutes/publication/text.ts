import type { Texts } from '../../shared/index.ts';

/** Sentences about publication copies. */
export const publicationTexts: Texts = {
  'minutes.redaction_GONE': {
    ja: '墨塗りした箇所が、会議録からなくなりました。墨塗りを取り消すか、付け直してください。',
    en: 'What was redacted is no longer in the minutes. Please remove the redaction or make it anew.',
  },
  'minutes.redaction_CHANGED': {
    ja: '墨塗りした箇所の文が変わりました。確かめて、墨塗りを付け直してください。',
    en: 'The text has changed where it was redacted. Please look at it and redact it anew.',
  },
  'minutes.redaction_NO_PLACE': {
    ja: '非公開の議題がどの発言から始まりどこで終わるか、分かりません。最初と最後の発言を選んでください。',
    en: 'It is not known with which remark the closed item begins and ends. Please choose its first and last remark.',
  },
  'minutes.redaction_stale': {
    ja: '墨塗りしようとした文が、その間に変わりました。今の文を確かめてから、もう一度選んでください。',
    en: 'The text changed while you were redacting it. Please look at it as it is now and choose the words again.',
  },
  'minutes.redaction_no_words': {
    ja: '墨塗りする言葉を選んでください。',
    en: 'Please choose the words to be redacted.',
  },
  'minutes.redaction_nobody': {
    ja: 'その人は、この会議の出席者にありません。',
    en: 'This person is not among the attendees of the meeting.',
  },
  'minutes.redaction_no_item': { ja: 'その議題はありません。', en: 'There is no such agenda item.' },
  'minutes.redaction_twice': {
    ja: '同じ墨塗りが既にあります。画面を読み直してください。',
    en: 'This redaction is there already. Please reload the page.',
  },
  'minutes.publication_stale': {
    ja: '墨塗りが、ほかの人により変更されました。今の内容を確かめてください。',
    en: 'Somebody else has changed the redactions. Please look at them as they are now.',
  },
  'minutes.copy_problems': {
    ja: '確かめる必要のある墨塗りが{count}件あるため、公表用の写しを作れません。',
    en: 'The publication copy cannot be made: {count|redaction has|redactions have} to be looked at again.',
  },
};
