import { type Locale, warekiTime } from '../../shared/index.ts';
import type { Words } from '../act-words.ts';
import type { CaseView, SlotView } from '../contract.ts';
import { cut, type Element, say, text } from './elements.ts';
import { changedWords, saidWords as words } from './words.ts';

const LAST_QUESTIONS = 3;
const LAST_OPINIONS = 4;
const LAST_COMMENTS = 3;
const LAST_ADDED = 6;

type Said = CaseView['sentBack'];

function reasonOf(word: Words, said: Said, locale: Locale): Element[] {
  if (!said) return [];
  return [text(`${say(word, locale)}（${said.by.name}）：${cut(said.reason)}`, { color: 'Attention' })];
}

/** Opinions and objections in 合議: the decider sees them before deciding. */
function opinions(route: readonly SlotView[], locale: Locale): Element[] {
  const given = route.filter(({ status, comment }) => comment && status !== 'SKIPPED_POST_REVIEW');
  return given.slice(-LAST_OPINIONS).map(({ status, comment, postTitle, actedBy }) => {
    const objects = status === 'OBJECTED';
    const who = `${actedBy?.postTitle || postTitle} ${actedBy?.name ?? ''}`;
    const line = `${say(objects ? words.objection : words.opinion, locale)}（${who}）：${cut(comment ?? '')}`;
    return text(line, objects ? { color: 'Attention' } : {});
  });
}

/** Why superiors added a step under review. */
function additions(route: readonly SlotView[], locale: Locale): Element[] {
  return route.slice(-LAST_ADDED).flatMap(({ addedBy, unitName, postTitle, reason, actedAt }) => {
    if (!addedBy || actedAt) return [];
    return [text(`${say(words.added, locale)}（${addedBy.by.name}）：${unitName} ${postTitle}　${cut(reason)}`)];
  });
}

/** What was said in 後閲 and 供覧. */
function afterwards({ obligations }: CaseView, locale: Locale): Element[] {
  const commented = obligations.filter(({ comment }) => comment);
  return commented.slice(-LAST_COMMENTS).map(({ status, kind, people, comment }) => {
    const reading = kind === 'READING' ? words.readComment : words.postReviewComment;
    const objected = status === 'OBJECTED';
    const line = `${say(objected ? words.instruction : reading, locale)}（${people[0]?.name ?? ''}）：${cut(comment ?? '')}`;
    return text(line, objected ? { color: 'Attention' } : {});
  });
}

function changes({ changes: since }: CaseView, locale: Locale): Element[] {
  if (!since) return [];
  const parts = [...new Set(since.items.map(({ part }) => say(changedWords[part], locale)))];
  return [text(`${say(words.changed, locale)}：${parts.join('、')}`, { color: 'Warning' })];
}

function reminder({ route, task }: CaseView, locale: Locale): Element[] {
  if (task === null) return [];
  const at = route.flatMap(({ status, remindedAt }) => (status === 'ACTIVE' && remindedAt ? [remindedAt] : [])).sort();
  const last = at.at(-1);
  return last ? [text(`${say(words.reminded, locale)}　${warekiTime(new Date(last))}`, { color: 'Warning' })] : [];
}

function questions(view: CaseView, locale: Locale): Element[] {
  return view.questions
    .slice(-LAST_QUESTIONS)
    .flatMap((question) => [
      text(`${say(words.question, locale)}（${question.askedBy.name}）：${cut(question.text)}`),
      ...(question.answer
        ? [text(`${say(words.answer, locale)}（${question.answer.by.name}）：${cut(question.answer.text)}`)]
        : []),
    ]);
}

/** What people have said about the case, the newest where there is much. */
export function said(view: CaseView, locale: Locale): Element[] {
  return [
    ...reminder(view, locale),
    ...changes(view, locale),
    ...reasonOf(words.withdrawal, view.withdrawalRequest, locale),
    ...reasonOf(words.sentBack, view.sentBack, locale),
    ...reasonOf(words.ended, view.ended, locale),
    ...reasonOf(words.deadlock, view.deadlock, locale),
    ...reasonOf(words.raised, view.raised, locale),
    ...additions(view.route, locale),
    ...afterwards(view, locale),
    ...opinions(view.route, locale),
    ...questions(view, locale),
  ];
}
