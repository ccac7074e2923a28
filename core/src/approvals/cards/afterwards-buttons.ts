import type { Locale } from '../../shared/index.ts';
import type { CaseView } from '../contract.ts';
import { asking, type Element, execute, say, text, typed } from './elements.ts';
import { buttonWords as words } from './words.ts';

const owedPostReview = ({ obligations }: CaseView) => obligations.find(({ mine, kind }) => mine && kind !== 'READING');

/** 後閲. Whoever was passed over may comment; only a decider for whom a deputy decided may instruct. */
function postReview(view: CaseView, locale: Locale): Element[] {
  const owed = owedPostReview(view);
  if (!owed) return [];
  const about = { obligationId: owed.id };
  const confirm = execute('confirm-post-review', view, {
    title: say(words.confirmPostReview, locale),
    about,
    style: 'positive',
  });
  if (owed.kind === 'POST_REVIEW_SKIPPED') return [confirm];
  const title = say(words.objectPostReview, locale);
  const warning = text(say(words.postReviewWarning, locale));
  const object = execute('object-post-review', view, { title, about, style: 'destructive' });
  return [confirm, asking(title, [warning, typed('postReviewObjection', words.reason, locale)], [object])];
}

/** 後閲 and 供覧: what is owed after the case has gone on, never in its way. */
export function afterwardsButtons(view: CaseView, locale: Locale): Element[] {
  const read = view.may.markRead ? [execute('mark-read', view, { title: say(words.markRead, locale) })] : [];
  return [...postReview(view, locale), ...read];
}

export function afterwardsFields(view: CaseView, locale: Locale): Element[] {
  const review = owedPostReview(view) ? [typed('postReviewComment', words.postReviewComment, locale)] : [];
  return view.may.markRead ? [...review, typed('readComment', words.readComment, locale)] : review;
}
